// Screenshots of chosen pages, for a look by eye and for the README.
//   SITE_DIR=public node shots.mjs OUT [page …] [--look 1280×900,light] [--full]
// A page is a path («10-kareliya/») or a kind of pages.mjs («plan-god»); without
// pages, one of each kind is taken. --look keeps the looks that contain all its words.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOOKS, launch, visitor } from './browser.mjs';
import { siteDir } from './config.mjs';
import { samplePages } from './pages.mjs';
import { serveFolder } from './server.mjs';
import { Site } from './site.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { look: { type: 'string', default: '' }, full: { type: 'boolean', default: false } },
});
const [out, ...wanted] = positionals;
if (!out) {
  console.error('usage: SITE_DIR=public node shots.mjs OUT [page or kind …] [--look 1280×900,light] [--full]');
  process.exit(2);
}

const { samples } = samplePages(new Site(siteDir));
const largest = samples.filter(({ role }) => role === 'largest');
const pages = wanted.length === 0 ? largest.map(({ kind, path }) => [kind, path]) : wanted.map((name) => {
  const sample = largest.find(({ kind }) => kind === name);
  const path = sample?.path ?? name.replace(/^\//, '');
  return [sample?.kind ?? (path.replace(/\/$/, '').replaceAll('/', '_') || 'home'), path];
});
const looks = LOOKS.filter(({ name }) => values.look.split(',').every((word) => name.includes(word.replace('x', '×'))));

mkdirSync(out, { recursive: true });
const server = await serveFolder(siteDir);
const browser = await launch();
try {
  for (const look of looks) {
    const context = await visitor(browser, look);
    const page = await context.newPage();
    for (const [name, path] of pages) {
      const answer = await page.goto(server.url(path));
      await page.evaluate(() => document.fonts.ready);
      const file = join(resolve(out), `${name}-${look.viewport.width}-${look.colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: values.full });
      console.log(`${answer.status()} ${file}`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
