// The pictures of the editor's guide: taken from the real program on the files that the guide itself tells to create.
//   WRITE_PICTURES=1 node --test guide.test.mjs   puts them into content/pages/redaktor
// Without it the test takes them anew and holds their measures against those in the repository.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from './browser.mjs';
import { contentDir, portalBin, themesDir } from './config.mjs';
import { guide, keep } from './keep.mjs';
import { startServe } from './serve.mjs';

const PLAN = 'content/99-primer/lesnoy/plans/2026.toml';

describe('pictures of the editor’s guide', () => {
  let folder;
  let serve;
  let browser;
  let page;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portal-guide-'));
    cpSync(contentDir, join(folder, 'content'), { recursive: true });
    cpSync(themesDir, join(folder, 'themes'), { recursive: true });
    for (const [, path, text] of guide.matchAll(/^Файл `([^`]+)`\n+```\w*\n([\s\S]*?)```/gm)) write(path, text);
    serve = await startServe(folder);
    browser = await launch();
    // Narrow and sharp, so that a phone shows the pictures large enough to be read.
    const context = await browser.newContext({
      viewport: { width: 520, height: 900 }, deviceScaleFactor: 1.5, locale: 'ru-RU', timezoneId: 'Europe/Moscow', reducedMotion: 'reduce',
    });
    page = await context.newPage();
  });
  after(async () => {
    await browser?.close();
    await serve?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('a file and its page', async () => {
    await open('99-primer/lesnoy/plan/2026/');
    const row = await page.locator('#m01').screenshot();
    const lines = read(PLAN).split('\n');
    const first = lines.indexOf('[[section.event]]');
    const text = lines.slice(first, lines.indexOf('', first)).join('\n');
    // A page of its own: the portal's pages allow no styles but those of their sheet.
    const blank = await page.context().newPage();
    await blank.setContent(oneUnderOther(text, row.toString('base64')));
    await keep('fayl-i-stranitsa', blank.locator('main'));
    await blank.close();
  });

  test('a plan from Word', async () => {
    // The document is the guide's own plan as the program gives it out; the file is what the import makes of it.
    const plan = read(PLAN);
    portal('export', 'plan', '99-primer/lesnoy', '2026', '--docx', 'prikaz.docx');
    rmSync(join(folder, PLAN));
    const made = portal('import', 'prikaz.docx', '99-primer/lesnoy', '--dry-run');
    write(PLAN, plan);
    const all = made.split('\n');
    const from = all.findIndex((line) => line.startsWith('[[section]]'));
    const lines = all.slice(from, all.lastIndexOf('[[section.event]]')).join('\n').trim();
    const blank = await page.context().newPage();
    await blank.setContent(wordAbove(lines));
    for (const script of ['jszip/dist/jszip.min.js', 'docx-preview/dist/docx-preview.min.js']) {
      await blank.addScriptTag({ path: new URL(`node_modules/${script}`, import.meta.url).pathname });
    }
    const bytes = readFileSync(join(folder, 'prikaz.docx')).toString('base64');
    await blank.evaluate(async (base64) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      await docx.renderAsync(data, document.querySelector('#word'), undefined, { ignoreHeight: true, renderFooters: false });
    }, bytes);
    await blank.locator('#word table').first().waitFor();
    await keep('iz-word', blank.locator('main'));
    await blank.close();
  });

  test('a measure that was done', async () => {
    const status = /## Отметить, что сделано[\s\S]*?```toml\n([\s\S]*?)```/.exec(guide)[1];
    write(PLAN, read(PLAN).replace('перед экзаменом."\n', (end) => end + status));
    await open('99-primer/lesnoy/plan/2026/m01/');
    await page.getByText('пришли 42 родителя').first().waitFor({ timeout: 20_000 });
    await page.locator('[data-portal-changed]').waitFor({ state: 'detached' });
    const done = page.locator('main h2', { hasText: 'Что сделано' });
    const box = await done.evaluate((heading) => {
      const part = heading.closest('section') ?? heading.parentElement;
      const { left, top, width, height } = part.getBoundingClientRect();
      return { x: left + scrollX, y: top + scrollY, width, height };
    });
    await keep('vypolneno', page, { x: box.x - 16, y: box.y - 16, width: box.width + 32, height: box.height + 32 });
  });

  test('a mistake over the page', async () => {
    await open('99-primer/lesnoy/plan/2026/');
    const good = read(PLAN);
    write(PLAN, good.replace('deadline = "апрель', 'dedline = "апрель'));
    const overlay = page.locator('#portal-overlay');
    await overlay.getByText('dedline').first().waitFor({ timeout: 20_000 });
    await overlay.locator('details').evaluate((details) => { details.open = true; });
    await keep('oshibka', overlay);
    write(PLAN, good);
  });

  async function open(path) {
    await page.goto(serve.url + path);
    await page.evaluate(() => document.fonts.ready);
  }

  function portal(...args) {
    return execFileSync(portalBin, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  function read(path) {
    return readFileSync(join(folder, path), 'utf8');
  }

  function write(path, text) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

function wordAbove(text) {
  const escaped = text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: #fff; color: #1b2430 }
    main { display: grid; gap: 16px; padding: 12px; width: 520px; box-sizing: border-box }
    h2 { font-size: 16px; margin: 0 0 8px }
    pre { margin: 0; padding: 12px; font: 14px/1.6 ui-monospace, monospace; background: #f3f5f8; border: 1px solid #dcdfe3; border-radius: 8px; white-space: pre-wrap }
    #word { border: 1px solid #dcdfe3; border-radius: 8px; overflow: hidden }
    #word .docx-wrapper { padding: 0; background: none; display: block }
    #word .docx-wrapper > section.docx { box-shadow: none; margin: 0; padding: 14px !important; width: auto !important; zoom: .72 }
    #word table { width: 100% !important; table-layout: auto !important }
    #word col, #word td { width: auto !important; min-width: 0 }
  </style><main><section><h2>В документе Word</h2><div id="word"></div></section>
  <section><h2>В файле plans/2026.toml</h2><pre>${escaped}</pre></section></main>`;
}

function oneUnderOther(text, picture) {
  const escaped = text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: #fff; color: #1b2430 }
    main { display: grid; gap: 16px; padding: 12px; width: 520px; box-sizing: border-box }
    h2 { font-size: 16px; margin: 0 0 8px }
    pre { margin: 0; padding: 12px; font: 14px/1.6 ui-monospace, monospace; background: #f3f5f8; border: 1px solid #dcdfe3; border-radius: 8px; white-space: pre-wrap }
    img { width: 100%; border: 1px solid #dcdfe3; border-radius: 8px }
  </style><main><section><h2>В файле plans/2026.toml</h2><pre>${escaped}</pre></section>
  <section><h2>На странице плана</h2><img src="data:image/png;base64,${picture}" alt=""></section></main>`;
}
