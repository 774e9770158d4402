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
/** Rules that colours and sizes decide: in another look of a page the others find what they found before. */
const OF_STYLE = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'];
/** What a reader or the system asks for besides; the page is the same one, looked at again. */
const VARIANTS = [
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'contrast', media: { contrast: 'more' } },
  { name: 'forced colours', media: { forcedColors: 'active' } },
  { name: 'largest letters', size: 'huge' },
  { name: 'print', media: { media: 'print' } },
];
const [PHONE_LIGHT, , DESK_LIGHT] = LOOKS;
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
    // The long pages of the editor are made of the same parts: one of them is enough.
    const varied = role === 'largest' && (kind !== 'redaktor' || path === 'redaktor/polya/');
    const also = varied ? VARIANTS : VARIANTS.slice(0, role === 'largest' ? 1 : 0);
    examined(kind, path, PHONE_LIGHT, also);
    if (role === 'largest') examined(kind, path, DESK_LIGHT, []);
    if (kind !== 'plan-god' || role !== 'largest') continue;
    for (const order of ORDERS) {
      examined(kind, `${path}#${order}`, PHONE_LIGHT, VARIANTS.slice(0, 1));
      examined(kind, `${path}#${order}`, DESK_LIGHT, []);
    }
  }

  function examined(kind, path, look, also) {
    const name = [look.name, ...also.map((variant) => variant.name)].join(', ');
    test(`${kind} /${path} ${name}`, { timeout: 120_000 }, () => examine(kind, path, look, also));
  }

  /** One visitor, one page: as it comes, then every variant after the other. */
  async function examine(kind, path, look, also) {
    const failures = new Failures(`/${path}`);
    const context = await visitor(browser, look);
    try {
      const page = await context.newPage();
      // The page of a missing address is looked at where people meet it.
      const url = server.url(kind === '404' ? 'net/takoy/stranitsy/' : path);
      watch(page, url, failures);
      await page.goto(url, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(axe);
      await accessibility(page, failures);
      const widths = look.viewport === PHONE ? [360, 320] : [look.viewport.width];
      for (const width of widths) await sideways(page, width, failures);
      await storage(context, page, failures);
      for (const { name, media = {}, size } of also) {
        await page.setViewportSize(look.viewport);
        await page.emulateMedia({ contrast: null, forcedColors: null, media: null, colorScheme: look.colorScheme, ...media });
        await page.evaluate((value) => (value ? document.documentElement.setAttribute('data-size', value) : document.documentElement.removeAttribute('data-size')), size);
        const named = { add: (what, node) => failures.add(`${name}: ${what}`, node) };
        const isPaper = media.media === 'print';
        // Forced colours are the system's own: there is no contrast of ours to judge.
        if (!media.forcedColors) await accessibility(page, named, isPaper ? OF_STYLE.filter((rule) => rule !== 'target-size') : OF_STYLE);
        // The width does not depend on colours.
        if (media.forcedColors || size) await sideways(page, 320, named);
      }
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

/** Every rule of the standard, or only those that are named. */
async function accessibility(page, failures, rules) {
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    rules ? { type: 'rule', values: rules } : { type: 'tag', values: WCAG },
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
