// Letters of the republics, of Karelian and Vepsian are shown in the portal's own typeface, and pages without them
// load none of the files that hold them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { portalBin, themesDir } from './config.mjs';
import { serveFolder } from './server.mjs';

const LETTERS = 'ӰӱҤҥӦӧЈј ЧӐӑӖӗӲӳ ӘәӨөҮүҖҗҢңҺһ ҒғҘҙҠҡҪҫ ҔҕӒӓӸӹ ӜӝӞӟӤӥӴӵ Іі Ӕӕ Ҷҷ';
const LATIN = 'Čč Šš Žž Ää Öö';

const FILES = {
  'portal.toml': 'title = "Портал"\ndescription = "Проба."\n',
  '01-proba/region.toml': 'name = "Область"\nname_of = "Области"\nname_in = "в Области"\nkind = "область"\n',
  '01-proba/rayon/municipality.toml': 'name = "Район"\nname_of = "Района"\nname_in = "в Районе"\nkind = "район"\n',
  'pages/bukvy.md': `+++\ntitle = "Буквы"\ndescription = "Буквы народов."\n+++\n${LETTERS}\n\n${LATIN}\n`,
};

const work = mkdtempSync(join(tmpdir(), 'letters-'));
let server;
let browser;

before(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(work, 'content', path)), { recursive: true });
    writeFileSync(join(work, 'content', path), text);
  }
  const out = join(work, 'site');
  execFileSync(portalBin, ['build', '--content', join(work, 'content'), '--theme', join(themesDir, 'default'), '--out', out, '--date', '2026-11-22']);
  server = await serveFolder(out);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(work, { recursive: true, force: true });
});

/** Fonts that a page loads, and for each of its paragraphs the typefaces its letters are drawn in. */
async function fonts(path) {
  const page = await browser.newPage();
  const loaded = [];
  page.on('response', (response) => { if (response.url().endsWith('.woff2')) loaded.push(response.url().split('/').pop()); });
  await page.goto(server.url(path), { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'main p' });
  const drawn = [];
  for (const nodeId of nodeIds) {
    const { fonts: used } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    drawn.push(used.map(({ familyName, isCustomFont }) => (isCustomFont ? 'own' : familyName)));
  }
  await page.close();
  return { loaded: loaded.sort(), drawn };
}

test('letters of the republics are drawn in the typeface of the portal', async () => {
  const { loaded, drawn } = await fonts('o-portale/bukvy/');
  assert.ok(loaded.includes('golos-text-extended.woff2') && loaded.includes('golos-text-latin-extended.woff2'), loaded.join());
  assert.deepEqual([...new Set(drawn.flat())], ['own'], JSON.stringify(drawn));
});

test('a page without such letters loads none of their files', async () => {
  const { loaded } = await fonts('rayony/');
  assert.deepEqual(loaded.filter((name) => name.includes('extended')), []);
});
