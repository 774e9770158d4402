// What scripts do for one reader: the settings of the view, the remembered school, links to copy, the filter of a plan,
// suggestions, the reader's own day. Nothing of it is stored before a choice, and without scripts nothing is missing.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DESKTOP, launch, visitor } from './browser.mjs';
import { siteDir, subSiteDir } from './config.mjs';
import { Failures } from './failures.mjs';
import { largest } from './pages.mjs';
import { serveFolder } from './server.mjs';
import { Site } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = new Site(siteDir);

const SMALL_PHONE = { width: 360, height: 640 };
const KINDS = ['home', 'municipality', 'plan-god', 'sobytie', 'shkola', 'kalendar-mesyats', 'polnota', 'poisk', 'vid'];
const SCHEMES = ['light', 'dark', 'contrast-black', 'contrast-white', 'contrast-yellow', 'contrast-blue'];
const OPENER = '.view-link';
const PANEL = '#vid:not([hidden])';
const SAID = '#said';
const REMEMBER = '[data-part=remember] button';
const FILTER = '[data-part=plan-filter] form';

const pathOf = (kind) => largest(site, kind).path;
const size = (path) => gzipSync(readFileSync(site.files.get(path)), { level: 9 }).length;
const assets = (pattern) => [...site.files.keys()].filter((path) => pattern.test(path));

describe('for one reader', { concurrency: 2 }, () => {
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

  /** Opens `path` for a fresh visitor; a script error, a failed answer, a cookie or a second host is a failure. */
  async function visit(path, work, { prepare, ...look } = {}) {
    const context = await visitor(browser, { viewport: SMALL_PHONE, ...look });
    const faults = [];
    try {
      await prepare?.(context);
      const page = await context.newPage();
      page.setDefaultTimeout(8000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => request.url().startsWith(server.origin) || faults.push(`asks ${request.url()}`));
      page.on('response', (answer) => answer.status() < 400 || faults.push(`${answer.status()} ${answer.url()}`));
      await page.goto(server.url(path));
      await work(page, context);
      for (const { name } of await context.cookies()) faults.push(`cookie ${name}`);
    } finally {
      await context.close();
    }
    assert.deepEqual(faults, []);
  }

  const stored = (page) => page.evaluate(() => Object.entries(localStorage));
  const isOpener = (page) => page.evaluate(() => document.activeElement.matches('.view-link'));
  const attribute = (page, name) => page.getAttribute('html', name);

  async function choose(page, ...values) {
    for (const value of values) await page.check(`${PANEL} [value=${value}]`);
  }

  /** Opens the panel and chooses. */
  async function set(page, ...values) {
    await page.click(OPENER);
    await page.waitForSelector(PANEL);
    await choose(page, ...values);
  }

  // --- the view ---

  test('the panel opens, tells, closes by the mouse', () =>
    visit(pathOf('municipality'), async (page) => {
      await page.click(OPENER);
      await page.waitForSelector(PANEL);
      assert.equal(await page.getAttribute(OPENER, 'aria-expanded'), 'true');
      assert.deepEqual(await stored(page), [], 'stored before a choice');
      const box = await page.locator(PANEL).boundingBox();
      assert.ok(box.height <= SMALL_PHONE.height * 0.4 + 1, `covers ${box.height} px`);
      await choose(page, 'large');
      assert.equal(await attribute(page, 'data-size'), 'large');
      await page.waitForFunction((said) => /Размер букв: крупный/.test(document.querySelector(said)?.textContent), SAID);
      await page.click(`${PANEL} .view-head button`);
      assert.equal(await page.locator(PANEL).count(), 0);
      assert.equal(await page.getAttribute(OPENER, 'aria-expanded'), 'false');
      assert.ok(await isOpener(page), 'the focus is lost');
    }));

  test('the panel works by the keyboard alone, at 200 % too', () =>
    visit(pathOf('plan-god'), async (page) => {
      await page.focus(OPENER);
      await page.keyboard.press('Space');
      await page.waitForSelector(PANEL);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await attribute(page, 'data-size'), 'huge');
      const box = await page.locator(PANEL).boundingBox();
      assert.ok(box.height <= SMALL_PHONE.height * 0.4 + 1, `covers ${box.height} px`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowUp');
      assert.equal(await attribute(page, 'data-colors'), 'contrast-blue');
      const seen = await page.evaluate(() => {
        const [inner, outer] = [document.activeElement, document.querySelector('#vid')].map((node) => node.getBoundingClientRect());
        return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
      });
      assert.ok(seen, 'what is chosen is not in sight');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator(PANEL).count(), 0);
      assert.ok(await isOpener(page));
    }));

  test('a choice holds on other pages before the first paint, and is taken back whole', () =>
    visit(pathOf('municipality'), async (page) => {
      await set(page, 'contrast-yellow', 'huge', 'wide', 'serif', 'off');
      const [[key, value]] = await stored(page);
      assert.match(key, /^\/#/);
      assert.deepEqual(JSON.parse(value), { size: 'huge', colors: 'contrast-yellow', spacing: 'wide', font: 'serif', pictures: 'off' });
      // Without the modules only what runs before the paint has a say.
      await page.route('**/assets/reader.*', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
      await page.goto(server.url(pathOf('plan-god')));
      assert.equal(await attribute(page, 'data-colors'), 'contrast-yellow');
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(0, 0, 0)');
      await page.unroute('**/assets/reader.*');
      await page.goto(server.url('vid/'));
      await page.waitForSelector('form[data-part=view]:not([hidden])');
      assert.ok(await page.isChecked('[value=huge]'));
      const colour = () => page.getAttribute('[name=theme-color]', 'content');
      assert.equal(await colour(), '#000');
      await page.click('[data-part=view-reset]');
      assert.deepEqual(await stored(page), []);
      assert.equal(await attribute(page, 'data-size'), null);
      assert.notEqual(await colour(), '#000');
    }));

  test('tabs follow each other', () =>
    visit(pathOf('municipality'), async (page, context) => {
      const other = await context.newPage();
      await other.goto(server.url('vid/'));
      await set(page, 'dark');
      await other.waitForFunction(() => document.documentElement.dataset.colors === 'dark');
      assert.ok(await other.isChecked('[value=dark]'));
      await other.close();
    }));

  test('a browser that stores nothing still shows what is chosen', () =>
    visit(pathOf('municipality'), async (page) => {
      await set(page, 'huge');
      await choose(page, 'contrast-white');
      assert.equal(await attribute(page, 'data-size'), 'huge');
      assert.equal(await attribute(page, 'data-colors'), 'contrast-white');
    }, { prepare: (context) => context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })) }));

  test('portals on one host do not share choices', async () => {
    if (!subSiteDir) return;
    const below = await serveFolder(subSiteDir, '/portal/');
    const context = await visitor(browser);
    try {
      const page = await context.newPage();
      await page.goto(below.url('vid/'));
      await page.check('[value=dark]');
      assert.match((await stored(page))[0][0], /^\/portal\/#/);
    } finally {
      await context.close();
      await below.close();
    }
  });

  test('without scripts the link leads to a page that explains', () =>
    visit(pathOf('municipality'), async (page) => {
      await page.click(OPENER);
      await page.waitForURL('**/vid/');
      assert.ok(await page.isHidden('form[data-part=view]'));
      for (const words of ['Ctrl', 'Android', 'iPhone', 'Яндекс Браузер', 'Windows']) assert.ok((await page.innerText('main')).includes(words), words);
    }, { javaScriptEnabled: false }));

  test('every page fits 320 px with the largest letters and distances', { timeout: 120_000 }, () =>
    visit('vid/', async (page) => {
      const failures = new Failures();
      for (const value of ['huge', 'wide']) await page.check(`[value=${value}]`);
      await page.setViewportSize({ width: 320, height: 640 });
      for (const kind of [...KINDS, 'dokument', 'kontakty', 'slovar', 'karta-sayta', 'moya-shkola', 'praktiki']) {
        await page.goto(server.url(pathOf(kind)));
        await page.waitForTimeout(150);
        const wide = await page.evaluate(() => document.scrollingElement.scrollWidth > 320
          && [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > 320.5 && !node.closest('.table-scroll, .visually-hidden')).slice(-2).map((node) => node.outerHTML).join(' '));
        if (wide !== false) failures.add(`/${pathOf(kind)}`, 'scrolls sideways', wide);
      }
      failures.report();
    }));

  test('pictures go, their words come', () =>
    visit(pathOf('municipality'), async (page) => {
      await set(page, 'off');
      assert.equal(await page.locator('.progress:visible').count(), 0);
      assert.ok(await page.locator('.tally .status').first().isVisible());
    }));

  for (const scheme of SCHEMES) {
    test(`${scheme}: letters can be read on every kind of page`, { timeout: 120_000 }, () =>
      visit('vid/', async (page) => {
        const failures = new Failures();
        await page.check(`[value=${scheme}]`);
        for (const kind of KINDS) {
          await page.goto(server.url(pathOf(kind)));
          if (kind === 'municipality') await page.click(OPENER).then(() => page.waitForSelector(PANEL));
          await page.waitForTimeout(150);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] }));
          for (const { id, nodes } of violations) failures.add(`/${pathOf(kind)}`, `axe ${id} (${nodes.length}×): ${nodes[0].any[0]?.message}`, nodes[0].html);
        }
        failures.report();
      }));
  }

  test('contrast of every scheme is enough by its tokens', () =>
    visit('vid/', async (page) => {
      const failures = new Failures('style.css');
      for (const scheme of SCHEMES) {
        await page.check(`[value=${scheme}]`);
        const tokens = await readTokens(page);
        const text = scheme.startsWith('contrast') ? 7 : 4.5;
        for (const [upper, lower, least] of pairs(text)) {
          const found = contrast(tokens[upper], tokens[lower]);
          if (found < least) failures.add(`${scheme}: ${upper} on ${lower} is ${found.toFixed(2)}, must be ${least}`);
        }
      }
      failures.report();
    }));

  for (const colorScheme of ['light', 'dark']) {
    test(`more contrast, asked of the system, is given: ${colorScheme}`, () =>
      visit('vid/', async (page) => {
        const tokens = await readTokens(page);
        for (const [upper, lower, least] of pairs(7)) assert.ok(contrast(tokens[upper], tokens[lower]) >= least, `${upper} on ${lower}`);
      }, { colorScheme, contrast: 'more' }));
  }

  test('the dark scheme is the same by choice and by the system', async () => {
    const seen = [];
    await visit('vid/', async (page) => seen.push(await readTokens(page)), { colorScheme: 'dark' });
    await visit('vid/', async (page) => {
      await page.check('[value=dark]');
      seen.push(await readTokens(page));
    });
    assert.deepEqual(seen[0], seen[1]);
  });

  // --- the school ---

  test('my school: remembered, on the home page, on its own page, forgotten', () =>
    visit(pathOf('shkola'), async (page) => {
      const name = await page.textContent('main h1');
      assert.ok(await page.isHidden('.school-link'));
      await page.click(REMEMBER);
      assert.equal(await page.textContent(REMEMBER), 'Забыть мою школу');
      assert.ok(await page.isVisible('.school-link a'));
      await page.goto(server.url(''));
      await page.waitForSelector('[data-part=own-school] a');
      assert.ok((await page.textContent('[data-part=own-school]')).includes(name));
      const links = await page.locator('[data-part=own-school] a').evaluateAll((all) => all.map(({ href }) => href));
      assert.deepEqual(links, [pathOf('shkola'), 'moya-shkola/', `${pathOf('shkola')}kalendar.ics`].map((path) => server.url(path)));
      for (const link of links) assert.equal((await page.request.get(link)).status(), 200);
      await page.click('.school-link a');
      await page.waitForSelector('#blizhayshie');
      assert.ok((await page.textContent('h1')).includes(name));
      assert.ok(await page.isVisible('[data-part=who]'));
      const broken = await page.locator('main a').evaluateAll((all) => all.map(({ href }) => href).filter((href) => href.includes('/moya-shkola/')));
      assert.deepEqual(broken, []);
      await page.click('text=Забыть');
      await page.waitForFunction(() => !document.querySelector('#blizhayshie'));
      assert.deepEqual(await stored(page), []);
    }));

  test('the next times of my school are told by the reader’s day', () =>
    visit(pathOf('shkola'), async (page) => {
      const first = await page.locator('.event-list time').first().getAttribute('datetime');
      await page.clock.setFixedTime(`${first.slice(0, 4)}-01-01T12:00:00`);
      await page.click(REMEMBER);
      await page.goto(server.url('moya-shkola/'));
      await page.waitForSelector('#blizhayshie');
      assert.ok(await page.locator('.event-list > li').count() > 0);
    }));

  test('a remembered school shifts nothing', () =>
    visit(pathOf('shkola'), async (page) => {
      await page.click(REMEMBER);
      for (const path of ['', pathOf('plan-god'), pathOf('shkola')]) {
        await page.goto(server.url(path));
        const shift = await page.evaluate(() => new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) sum += hadRecentInput ? 0 : value; }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 900);
        }));
        assert.ok(shift <= 0.01, `/${path} shifts by ${shift}`);
      }
      // Without the typefaces: those that come late move lines, too, and are no matter of the remembered school.
    }, { prepare: (context) => context.route('**/*.woff2', (route) => route.abort()) }));

  test('what is stored is never trusted with an address', () =>
    visit('', async (page) => {
      await page.evaluate(() => { localStorage['/#school'] = JSON.stringify({ path: 'https://example.org/shkoly/x/', name: '<b>x' }); });
      await page.goto(server.url('moya-shkola/'));
      await page.waitForTimeout(300);
      assert.equal(await page.locator('#blizhayshie').count(), 0);
    }));

  // --- links, filter, day, suggestions ---

  test('a link is copied: of an event, of an event in its plan', async () => {
    const allow = (context) => context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
    const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
    await visit(pathOf('sobytie'), async (page) => {
      await page.click('text=Скопировать ссылку');
      await page.waitForFunction((said) => /скопирована/.test(document.querySelector(said)?.textContent), SAID);
      assert.equal(await copied(page), await page.locator('[data-part=permalink]').evaluate(({ href }) => href));
    }, { prepare: allow });
    await visit(pathOf('plan-god'), async (page) => {
      const id = await page.locator('.event').first().getAttribute('id');
      await page.locator('.event .quiet-button').first().click();
      await page.waitForFunction((said) => document.querySelector(said)?.textContent, SAID);
      assert.equal(await copied(page), server.url(`${pathOf('plan-god')}#${id}`));
    }, { prepare: allow });
  });

  test('where copying is forbidden the link is shown to be copied by hand', () =>
    visit(pathOf('sobytie'), async (page) => {
      await page.click('text=Скопировать ссылку');
      const field = page.locator('.copied-address');
      assert.match(await field.inputValue(), /#/);
      assert.ok(await field.evaluate((node) => node === document.activeElement));
    }, { prepare: (context) => context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })) }));

  test('the filter of a plan shows what fits, says how many, stands in the address', () =>
    visit(pathOf('plan-god'), async (page) => {
      await page.waitForSelector(FILTER);
      const all = await page.locator('.event').count();
      await page.fill('#slova', 'МОНИТОРИНГА');
      const shown = await page.locator('.event:visible').count();
      assert.ok(shown > 0 && shown < all, `${shown} of ${all}`);
      assert.match((await page.textContent(`${FILTER} [role=status]`)).replaceAll('\u00a0', ' '), new RegExp(`${shown} из ${all}`));
      assert.equal(await page.locator('.plan-section:visible:not(:has(.event:visible))').count(), 0);
      const address = page.url();
      await page.check('[name=data]');
      assert.ok(await page.locator('.event:visible').count() <= shown);
      await page.goto(address);
      await page.waitForSelector(FILTER);
      assert.equal(await page.locator('.event:visible').count(), shown);
      const hidden = await page.locator('.event[hidden]').first().getAttribute('id');
      await page.evaluate((id) => { location.hash = id; }, hidden);
      await page.locator(`#${hidden}`).waitFor();
      assert.equal(await page.locator('.event:visible').count(), all);
    }));

  test('a page of another day says so, and the mark «сейчас» follows the reader', async () => {
    const later = (day) => ({ prepare: (context) => context.clock.setFixedTime(`${day}T12:00:00`) });
    const stamp = (page) => page.textContent('[data-part=stamp]');
    const day = await new Promise((resolve) => visit('', async (page) => resolve(await page.getAttribute('[data-part=stamp] time', 'datetime'))));
    const after = (days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
    await visit('', async (page) => assert.doesNotMatch(await stamp(page), /могло измениться/), later(after(30)));
    await visit('', async (page) => {
      await page.waitForFunction(() => /могло измениться/.test(document.querySelector('[data-part=stamp]').textContent));
    }, later(after(60)));
    await visit('kalendar/', async (page) => {
      const month = page.locator('.month-list > li', { has: page.locator('a[href$="2023/04/"]') });
      await month.and(page.locator('[aria-current]')).waitFor();
      assert.equal(await page.locator('.month-list [aria-current]').count(), 1);
    }, later('2023-04-10'));
  });

  test('a time that has passed since the day of the data is noted', () =>
    visit('vid/', async (page) => {
      // The same page as it was made before the times came.
      await page.route(`**/${pathOf('plan-god')}`, async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replaceAll('--past', '--ahead').replace(/(<p data-part="stamp">[^"]*")[^"]*/, '$12000-01-01');
        await route.fulfill({ response: answer, body });
      });
      await page.goto(server.url(pathOf('plan-god')));
      const noted = page.locator('.event', { hasText: 'к сегодняшнему дню срок прошёл' });
      await noted.first().waitFor();
      assert.equal(await noted.locator('.deadline[data-every]').count(), 0);
    }));

  for (const [path, field] of [['', '#q'], [pathOf('municipality'), '#site-search']]) {
    test(`/${path} suggests pages and goes straight to them`, () =>
      visit(path, async (page) => {
        await page.focus(field);
        await page.locator(field).pressSequentially('жигалов', { delay: 20 });
        const option = page.locator('[role=option]').first();
        await option.waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL(/zhigalovskiy/);
        // A phone has the field of the header on the page of the search.
      }, { viewport: path ? DESKTOP : SMALL_PHONE }));
  }

  // --- costs ---

  test('scripts are small', () => {
    const scripts = assets(/^assets\/(view|reader)[^/]*\.js$/);
    const sum = scripts.reduce((known, path) => known + size(path), 0);
    console.log(`  scripts without the search: ${sum} bytes; before the paint: ${size(assets(/^assets\/view\.[^/]*js$/)[0])}; style: ${size(assets(/^assets\/style\./)[0])}`);
    assert.ok(sum <= 10_240, `${sum} bytes: ${scripts.map((path) => `${path} ${size(path)}`).join(', ')}`);
    assert.ok(size(assets(/^assets\/view\.[^/]*js$/)[0]) <= 700);
    assert.ok(size(assets(/^assets\/style\./)[0]) <= 12 * 1024);
  });

  test('a page asks for no script that it has no use for', () =>
    visit('slovar/', async (page) => {
      await page.waitForTimeout(300);
      const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\/reader-|\/view-|\/search/.test(name) && !/reader-now/.test(name)));
      assert.deepEqual(asked, []);
    }, { viewport: DESKTOP }));
});

const STATES = ['done', 'now', 'plan', 'late', 'none'];

/** What stands on what, and the contrast it needs: text, or 3 for shapes and borders of controls (WCAG 1.4.11). */
function pairs(text) {
  const letters = ['ink', 'muted', 'link', 'visited'].flatMap((upper) => [[upper, 'paper', text], [upper, 'surface', text]]);
  const states = STATES.flatMap((state) => [[state, `${state}-ground`, text], [`${state}-bar`, 'paper', 3]]);
  return [...letters, ...states, ['on-link', 'link', text], ['line', 'paper', 3], ['line', 'surface', 3], ['link', 'surface', 3]];
}

/** The colours of the scheme that a page has now. */
async function readTokens(page) {
  const names = [...new Set(pairs(0).flatMap(([upper, lower]) => [upper, lower]))];
  const read = await page.evaluate((all) => all.map((name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()), names);
  return Object.fromEntries(names.map((name, index) => [name, parts(read[index])]));
}

/** «#FFE14D» and «#FFF» as numbers. */
function parts(colour) {
  const digits = colour.slice(1).length === 3 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  assert.match(digits, /^[0-9a-f]{6}$/i, colour);
  return digits.match(/../g).map((pair) => Number.parseInt(pair, 16));
}

/** Contrast by WCAG 2.2. */
function contrast(one, other) {
  const [bright, dim] = [one, other].map(luminance).sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
