// A sample of every kind of page, as people see it: on a phone and on a desk,
// light and dark. Accessible by axe, no sideways scrolling, nothing fetched from
// elsewhere, nothing stored, nothing in the console.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { LOOKS, PHONE, launch, visitor } from './browser.mjs';
import { siteDir } from './config.mjs';
import { Failures } from './failures.mjs';
import { samplePages } from './pages.mjs';
import { serveFolder } from './server.mjs';
import { Site } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Dark colours are the same in a wide window: they are examined on the phone. */
const EXAMINED = LOOKS.filter(({ viewport, colorScheme }) => viewport === PHONE || colorScheme === 'light');
/** What a reader or the system asks for besides; the page is the same one, looked at again. */
const VARIANTS = [
  { name: 'contrast', media: { contrast: 'more' } },
  { name: 'forced colours', media: { forcedColors: 'active' } },
  { name: 'largest letters', size: 'huge' },
  { name: 'print', media: { media: 'print' } },
];
/** A plan in its other orders, each with an address. */
const ORDERS = ['po-mesyatsam', 'po-shkolam', 'tablitsa'];
const { samples, missing, other } = samplePages(new Site(siteDir));

test('a page of every kind was found', () => {
  const rare = missing.filter(({ needed }) => !needed).map(({ name }) => name);
  if (rare.length) console.log(`  kinds without a page (allowed): ${rare.join(', ')}`);
  if (other.length) console.log(`  pages of no known kind: ${other.length}, as ${other.slice(0, 3).map(({ path }) => path).join(', ')}`);
  const needed = missing.filter((kind) => kind.needed).map(({ name }) => name);
  assert.ok(needed.length === 0, `no page of these kinds (see pages.mjs): ${needed.join(', ')}`);
});

describe('looks', { concurrency: 2 }, () => {
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

  for (const { kind, path, role } of samples) {
    for (const look of EXAMINED) {
      if (role === 'smallest' && look !== EXAMINED[0]) continue;
      test(`${kind} /${path} ${look.name}`, { timeout: 60_000 }, () => examine(kind, path, look));
    }
  }

  for (const { kind, path, role } of samples) {
    // The long pages of the editor are made of the same parts: one of them is enough.
    if (role !== 'largest' || (kind === 'redaktor' && path !== 'redaktor/polya/')) continue;
    test(`${kind} /${path} ${VARIANTS.map(({ name }) => name).join(', ')}`, { timeout: 90_000 }, () => vary(kind, path));
    if (kind !== 'plan-god') continue;
    for (const look of EXAMINED) for (const order of ORDERS) test(`${kind} /${path}#${order} ${look.name}`, { timeout: 60_000 }, () => examine(kind, `${path}#${order}`, look));
  }

  /** One phone, one page: every variant after the other. */
  async function vary(kind, path) {
    const failures = new Failures(`/${path}`);
    const context = await visitor(browser, { viewport: PHONE });
    try {
      const page = await context.newPage();
      await page.goto(server.url(kind === '404' ? 'net/takoy/stranitsy/' : path), { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      for (const { name, media = {}, size } of VARIANTS) {
        await page.emulateMedia({ contrast: null, forcedColors: null, media: null, ...media });
        await page.evaluate((value) => (value ? document.documentElement.setAttribute('data-size', value) : document.documentElement.removeAttribute('data-size')), size);
        const named = { add: (what, node) => failures.add(`${name}: ${what}`, node) };
        await accessibility(page, named, media.media === 'print');
        if (media.media !== 'print') await sideways(page, 320, named);
        await page.setViewportSize(PHONE);
      }
    } finally {
      await context.close();
    }
    failures.report();
  }

  async function examine(kind, path, look) {
    const failures = new Failures(`/${path}`);
    const context = await visitor(browser, look);
    try {
      const page = await context.newPage();
      // The page of a missing address is looked at where people meet it.
      const url = server.url(kind === '404' ? 'net/takoy/stranitsy/' : path);
      watch(page, url, failures);
      await page.goto(url, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      await accessibility(page, failures);
      if (look.viewport === PHONE) {
        for (const width of [360, 320]) await sideways(page, width, failures);
      } else {
        await sideways(page, look.viewport.width, failures);
      }
      await storage(context, page, failures);
    } finally {
      await context.close();
    }
    failures.report();
  }

  function watch(page, url, failures) {
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(server.origin) && !/^(data|blob|about):/.test(address)) failures.add(`asks another host: ${address}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && response.url() !== url) failures.add(`status ${response.status()}: ${response.url()}`);
    });
    page.on('pageerror', (error) => failures.add(`script error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error' || message.location().url === url && /status of 404/.test(message.text())) return;
      failures.add(`console: ${message.text()}`, message.location().url);
    });
  }
});

async function accessibility(page, failures, isPaper = false) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    ({ tags, paper }) => window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'target-size': { enabled: !paper } },
      resultTypes: ['violations'],
    }),
    { tags: WCAG, paper: isPaper },
  );
  for (const { id, help, nodes } of violations) {
    for (const node of nodes.slice(0, 3)) {
      const data = [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ');
      failures.add(`axe ${id}: ${help} (${nodes.length}×) at ${node.target.join(' ')}: ${data}`, node.html);
    }
  }
}

async function sideways(page, width, failures) {
  await page.setViewportSize({ width, height: 740 });
  const found = await page.evaluate((limit) => {
    const whole = document.scrollingElement.scrollWidth;
    if (whole <= limit) return null;
    const held = (node) => {
      for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter((node) => node.getBoundingClientRect().right > limit + 0.5 && !held(node));
    return { whole, nodes: wide.slice(-2).map((node) => node.outerHTML) };
  }, width);
  if (found) failures.add(`scrolls sideways at ${width} px: ${found.whole} px wide`, found.nodes.join(' '));
}

async function storage(context, page, failures) {
  const cookies = await context.cookies();
  if (cookies.length) failures.add(`${cookies.length} cookies: ${cookies.map(({ name }) => name).join(', ')}`);
  const keys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  if (keys.length) failures.add(`stored before a choice: ${keys.join(', ')}`);
}
