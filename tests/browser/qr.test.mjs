// A phone that looks at a QR code on paper comes to the address that is written beside it, and something stands there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsQR from 'jsqr';
import { baseUrl, siteDir } from './config.mjs';
import { Failures } from './failures.mjs';
import { hasClass } from './html.mjs';
import { Site } from './site.mjs';

/** Pixels of a square. */
const SCALE = 4;
/** Codes are made by one function: of each kind of page some are enough. */
const PAGES = 60;

test('QR codes hold the address they name, and the portal has it', () => {
  const site = new Site(siteDir);
  const failures = new Failures();
  const files = site.htmlFiles.filter((file) => site.text(file).includes('class="qr-squares"'));
  const step = Math.max(1, Math.floor(files.length / PAGES));
  let read = 0;
  for (const file of files.filter((_, at) => at % step === 0)) {
    const elements = site.elements(file);
    for (const path of elements.filter((element) => hasClass(element, 'qr-squares'))) {
      const size = Number(path.parent.attrs.viewbox?.split(' ')[2] ?? path.parent.attrs.viewBox?.split(' ')[2]);
      const named = elements.find(({ name, parent }) => name === 'title' && parent === path.parent).text.split(' ').at(-1);
      const address = decoded(path.attrs.d, size);
      read += 1;
      if (address !== named) failures.add(`${file}:${path.line}`, `the code says ${address}, beside it stands ${named}`);
      const [page, anchor] = named.slice(baseUrl.length).split('#');
      const target = `${page}index.html`;
      if (!named.startsWith(baseUrl) || !site.files.has(target)) failures.add(`${file}:${path.line}`, `nothing is at ${named}`);
      else if (anchor && !site.ids(target).has(anchor)) failures.add(`${file}:${path.line}`, `no anchor ${anchor} on ${target}`);
    }
  }
  console.log(`  ${read} codes of ${files.length} pages with codes`);
  assert.ok(read > 0, 'no page has a QR code');
  failures.report();
});

/** What a phone reads from the squares: runs of dark ones, as the path draws them. */
function decoded(path, size) {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  let x = 0;
  let y = 0;
  for (const [, command, numbers] of path.matchAll(/([Mmh])([^Mmh]*)/g)) {
    const [first, second] = numbers.trim().split(/[ ,]+/).map(Number);
    if (command === 'M') [x, y] = [first, Math.floor(second)];
    else if (command === 'm') x += first;
    else {
      for (let row = y * SCALE; row < (y + 1) * SCALE; row += 1) {
        for (let column = x * SCALE; column < (x + first) * SCALE; column += 1) pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
      x += first;
    }
  }
  return jsQR(pixels, side, side)?.data;
}
