// The keyboard: the first Tab reaches «к содержанию», every stop can be seen.
import { after, before, describe, test } from 'node:test';
import { DESKTOP, PHONE, launch, visitor } from './browser.mjs';
import { siteDir } from './config.mjs';
import { Failures } from './failures.mjs';
import { largest } from './pages.mjs';
import { serveFolder } from './server.mjs';
import { Site } from './site.mjs';

const KINDS = ['home', 'rayony', 'region', 'municipality', 'plan-god', 'sobytie', 'shkola', 'poisk', 'alfavit-regiona', '404'];
const STOPS = 25;
const site = new Site(siteDir);

describe('keyboard', { concurrency: 2 }, () => {
  let browser;
  let server;
  before(async () => {
    server = await serveFolder(siteDir);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const kind of KINDS) {
    const sample = largest(site, kind);
    if (!sample) continue;
    for (const viewport of [PHONE, DESKTOP]) {
      test(`${kind} /${sample.path} ${viewport.width} px`, { timeout: 60_000 }, async () => {
        const failures = new Failures(`/${sample.path}`);
        const context = await visitor(browser, { viewport });
        try {
          const page = await context.newPage();
          const url = server.url(kind === '404' ? 'net/takoy/stranitsy/' : sample.path);
          await page.goto(url);
          await skipLink(page, failures);
          await page.goto(url);
          await stops(page, failures);
        } finally {
          await context.close();
        }
        failures.report();
      });
    }
  }
});

async function skipLink(page, failures) {
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(describeFocus);
  if (!stop) return failures.add('the first Tab focuses nothing');
  if (stop.name !== 'a' || !stop.href?.startsWith('#')) return failures.add('the first Tab is not a link inside the page', stop.html);
  if (!stop.visible) failures.add('the skip link is not visible when focused', stop.html);
  if (!stop.toMain) return failures.add(`the skip link ${stop.href} does not lead to <main> or into it`, stop.html);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => {
    const main = document.querySelector('main');
    const stop = document.activeElement;
    // A page may have nothing to focus in <main>: then the next stop is below it.
    return main.contains(stop) || Boolean(main.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  if (!inside) failures.add('after the skip link Tab does not go into <main>');
  return undefined;
}

async function stops(page, failures) {
  for (let index = 0; index < STOPS; index += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (!stop) return;
    if (!stop.visible) failures.add(`stop ${index + 1} is outside the window or hidden`, stop.html);
    else if (!stop.marked) failures.add(`stop ${index + 1} has no visible focus (outline ≥ 2 px or box-shadow)`, stop.html);
    else if (stop.covered) failures.add(`stop ${index + 1} is covered by ${stop.covered}`, stop.html);
  }
}

/** Runs in the page: what has the focus, and can it be seen? */
function describeFocus() {
  const node = document.activeElement;
  if (!node || node === document.body || node === document.documentElement) return null;
  const box = node.getBoundingClientRect();
  const seen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0
    && box.top < innerHeight && box.left < innerWidth && node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // A hidden radio or checkbox may be drawn by its label.
  const drawn = [node, ...(node.labels ?? []), node.parentElement].filter(Boolean);
  const marked = drawn.some((part) => {
    const style = getComputedStyle(part);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || (part === node && style.boxShadow !== 'none');
  });
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const fixed = (element) => {
    for (let up = element; up; up = up.parentElement) if (/fixed|sticky/.test(getComputedStyle(up).position)) return up;
    return null;
  };
  const lid = top && !node.contains(top) && !top.contains(node) ? fixed(top) : null;
  const href = node.getAttribute('href');
  const target = href?.startsWith('#') ? document.getElementById(href.slice(1)) : null;
  const main = document.querySelector('main');
  return {
    name: node.localName,
    href,
    html: node.outerHTML,
    visible: seen,
    marked,
    covered: lid && !lid.contains(node) ? lid.localName : '',
    toMain: Boolean(target && main && (target === main || main.contains(target) || target.contains(main))),
  };
}
