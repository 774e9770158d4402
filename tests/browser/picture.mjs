// The picture of the README: a district on a phone beside its plan on a desk.
//   SITE_DIR=public node picture.mjs ../pictures/readme.png
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DESKTOP, PHONE, launch, visitor } from './browser.mjs';
import { siteDir } from './config.mjs';
import { serveFolder } from './server.mjs';

const [out] = process.argv.slice(2);
if (!out) {
  console.error('usage: SITE_DIR=public node picture.mjs OUT.png');
  process.exit(2);
}

const server = await serveFolder(siteDir);
const browser = await launch();
try {
  const phone = await taken('38-irkutskaya/zhigalovskiy/', PHONE, 'light');
  const desk = await taken('38-irkutskaya/zhigalovskiy/plan/2023/', DESKTOP, 'light');
  const page = await (await visitor(browser, { viewport: { width: 1280, height: 660 } })).newPage();
  await page.setContent(`<style>
    body { margin: 0; padding: 30px; display: flex; gap: 30px; align-items: start; background: #e4e0d8 }
    img { border-radius: 10px; box-shadow: 0 2px 14px #0003; height: 600px }
    img + img { width: 880px; object-fit: cover; object-position: top left }
  </style><img src="${phone}" alt=""><img src="${desk}" alt="">`);
  mkdirSync(dirname(out), { recursive: true });
  await page.screenshot({ path: out });
  console.log(out);
} finally {
  await browser.close();
  await server.close();
}

async function taken(path, viewport, colorScheme) {
  const context = await visitor(browser, { viewport, colorScheme });
  const page = await context.newPage();
  await page.goto(server.url(path));
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => document.querySelector('.plan-section')?.scrollIntoView({ behavior: 'instant' }));
  const picture = await page.screenshot();
  await context.close();
  return `data:image/png;base64,${picture.toString('base64')}`;
}
