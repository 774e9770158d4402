// The lean pages of a whole country, as people see them: on a phone and on a desk, light and dark. Accessible by axe, no
// sideways scrolling, everything a parent needs in plain sight. That no link is dead, links.test.mjs checks for this
// build as for the others.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { DESKTOP, PHONE, launch, visitor } from './browser.mjs';
import { countryDir } from './config.mjs';
import { Failures } from './failures.mjs';
import { samplePages } from './pages.mjs';
import { serveFolder } from './server.mjs';
import { Site } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Kinds of pages that a country has in a form of its own. */
const LEAN = ['municipality', 'region', 'plan-god', 'shkola', 'dokument', 'novost', 'praktiki-rayona', 'programma', 'praktiki', 'polnota', 'kalendar-mesyats'];
/** Bytes of the largest page of a kind, above which a phone in a village waits. */
const LARGEST = { municipality: 40_000, 'plan-god': 110_000, shkola: 12_000, novost: 12_000 };

assert.ok(countryDir, 'COUNTRY_DIR must name a folder built with --scope hub; tests/run sets it');
const site = new Site(countryDir);
const samples = samplePages(site).samples.filter(({ kind }) => LEAN.includes(kind));

describe('a country', { concurrency: 2 }, () => {
  let browser;
  let server;
  before(async () => {
    server = await serveFolder(countryDir);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test('pages of every kind were found', () => {
    const found = new Set(samples.map(({ kind }) => kind));
    assert.deepEqual(LEAN.filter((kind) => !found.has(kind)), []);
  });

  for (const { kind, path } of samples) {
    for (const [name, viewport] of [['phone', PHONE], ['desk', DESKTOP]]) {
      test(`${kind} /${path} ${name}`, { timeout: 120_000 }, async () => {
        const failures = new Failures(`/${path}`);
        const context = await visitor(browser, { viewport });
        try {
          const page = await context.newPage();
          page.on('pageerror', (error) => failures.add(`script error: ${error.message}`));
          page.on('console', (message) => message.type() === 'error' && failures.add(`console: ${message.text()}`));
          await page.goto(server.url(path), { waitUntil: 'load' });
          await page.evaluate(axe);
          for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme });
            await accessibility(page, failures, colorScheme);
          }
          const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
          if (wide > 0) failures.add(`scrolls sideways by ${wide} px`);
        } finally {
          await context.close();
        }
        failures.report();
      });
    }
    if (!LARGEST[kind]) continue;
    test(`${kind} /${path} is light`, () => {
      const size = site.size(`${path}index.html`);
      assert.ok(size <= LARGEST[kind], `${size} bytes, the limit is ${LARGEST[kind]}`);
    });
  }

  test('a measure says what, when, by whom and how it stands', { timeout: 60_000 }, async () => {
    const { path } = samples.find(({ kind }) => kind === 'plan-god');
    const context = await visitor(browser, { viewport: PHONE });
    try {
      const page = await context.newPage();
      await page.goto(server.url(path));
      const events = page.locator('.events > li');
      assert.ok((await events.count()) > 0, 'the plan has no measures');
      const first = events.first();
      const names = await first.locator('dt').allTextContents();
      assert.ok(names.includes('Срок') && names.includes('Кто отвечает'), names.join(', '));
      for (const part of ['h3', '[class^="mark--"]']) assert.ok((await first.locator(part).first().innerText()).trim().length > 2, part);
      const id = await first.getAttribute('id');
      await page.goto(server.url(`${path}#${id}`));
      assert.ok(await first.isVisible());
    } finally {
      await context.close();
    }
  });
});

async function accessibility(page, failures, look) {
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), WCAG);
  for (const { id, help, nodes } of violations) {
    for (const node of nodes.slice(0, 3)) {
      const data = [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ');
      failures.add(`${look}: axe ${id}: ${help} (${nodes.length}×) at ${node.target.join(' ')}: ${data}`, node.html);
    }
  }
}
