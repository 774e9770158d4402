// The page of the search as a visitor meets it: typing, suggestions, refining, the address, the keyboard, hostile
// queries, failures; the same page without scripts; the page for unknown addresses. What is found and in which order
// is judged elsewhere: here only words that the five documents surely hold are asked for.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DESKTOP, PHONE, launch, visitor } from './browser.mjs';
import { siteDir, subSiteDir } from './config.mjs';
import { Failures } from './failures.mjs';
import { serveFolder } from './server.mjs';
import { Site } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = new Site(siteDir);

const FIELD = '#q';
const RESULT = '[data-part=list] > .result';
const OPTION = '[role=listbox] > [role=option]';
const STATUS = '[data-part=status]';
const CHIP = '[data-part=chips] button';
const NOTHING = '[data-part=nothing]:not([hidden])';

/** Words of an element; where lines may break does not matter here. */
const wordsOf = async (page, selector) => (await page.textContent(selector)).replaceAll('\u00a0', ' ');

describe('search page', { concurrency: 2 }, () => {
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

  /** Opens `path` for a fresh visitor; a script error or a second host is a failure. */
  async function visit(path, work, look = {}) {
    const context = await visitor(browser, look);
    const faults = [];
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(8000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('dialog', (dialog) => faults.push(`a dialog: ${dialog.message()}`) && dialog.dismiss());
      page.on('request', (request) => request.url().startsWith(server.origin) || faults.push(`asks ${request.url()}`));
      await page.goto(server.url(path));
      await work(page);
    } finally {
      await context.close();
    }
    assert.deepEqual(faults, []);
  }

  const params = (page) => new URL(page.url()).searchParams;
  const focusIsInField = (page) => page.evaluate(() => document.activeElement.id === 'q');

  test('typing shows results, says how many, and stands in the address as one step', () =>
    visit('poisk/', async (page) => {
      await page.waitForSelector('[data-part=examples]');
      await page.locator(FIELD).pressSequentially('школа', { delay: 30 });
      await page.waitForSelector(RESULT);
      await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'школа');
      assert.match(await wordsOf(page, STATUS), /^Нашлось [\d\s]+/);
      assert.ok(await page.locator(`${RESULT} mark`).count(), 'nothing is marked');
      assert.ok(await focusIsInField(page));
      assert.match(await page.title(), /^школа — /);
      await page.goBack();
      await page.waitForSelector('[data-part=examples]:not([hidden])');
      assert.equal(await page.inputValue(FIELD), '');
    }));

  test('a shared address shows the search again, in another place of the same host too', async () => {
    await visit('poisk/?q=мониторинг', async (page) => {
      await page.waitForSelector(RESULT);
      assert.equal(await page.inputValue(FIELD), 'мониторинг');
    });
    if (!subSiteDir) return;
    const below = await serveFolder(subSiteDir, '/portal/');
    const context = await visitor(browser);
    try {
      const page = await context.newPage();
      await page.goto(below.url('poisk/?q=мониторинг'));
      await page.waitForSelector(RESULT, { timeout: 8000 });
      for (const link of await page.locator(`${RESULT} a`).all()) {
        const address = new URL(await link.evaluate((node) => node.href));
        assert.equal((await fetch(address)).status, 200, address.href);
      }
    } finally {
      await context.close();
      await below.close();
    }
  });

  test('every result leads to a page and a place that exist', () =>
    visit('poisk/?q=школа', async (page) => {
      await page.waitForSelector(RESULT);
      const more = page.locator('[data-part=more]');
      if (await more.isVisible()) {
        const before = await page.locator(RESULT).count();
        await more.click();
        await page.waitForFunction((n) => document.querySelectorAll('[data-part=list] > .result').length > n, before);
        assert.ok(await page.evaluate((n) => document.querySelectorAll('[data-part=list] > .result')[n].contains(document.activeElement), before));
      }
      for (const address of await page.locator(`${RESULT} h3 a`).evaluateAll((links) => links.map((link) => link.href))) {
        const url = new URL(address);
        const file = `${decodeURIComponent(url.pathname.slice(1))}index.html`;
        assert.ok(site.files.has(file), file);
        if (url.hash) assert.ok(site.ids(file).has(decodeURIComponent(url.hash.slice(1))), address);
      }
    }));

  test('keyboard only: suggestions, Escape, a suggestion leads to its page', () =>
    visit('poisk/', async (page) => {
      await page.focus(FIELD);
      await page.keyboard.type('жигал');
      await page.waitForSelector(OPTION);
      assert.equal(await page.getAttribute(FIELD, 'aria-expanded'), 'true');
      await page.keyboard.press('ArrowDown');
      const active = await page.getAttribute(FIELD, 'aria-activedescendant');
      assert.equal(await page.getAttribute(`#${active}`, 'aria-selected'), 'true');
      await page.keyboard.press('End');
      const last = await page.locator(OPTION).last().getAttribute('id');
      assert.equal(await page.getAttribute(FIELD, 'aria-activedescendant'), last);
      await page.keyboard.press('Home');
      assert.equal(await page.getAttribute(FIELD, 'aria-activedescendant'), active);
      await page.keyboard.press('ArrowUp');
      assert.equal(await page.getAttribute(FIELD, 'aria-activedescendant'), '');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator(OPTION).first().isVisible(), false);
      assert.equal(await page.inputValue(FIELD), 'жигал');
      assert.ok(await focusIsInField(page));
      await page.keyboard.type('о');
      await page.waitForSelector(OPTION);
      await page.keyboard.press('ArrowDown');
      await Promise.all([page.waitForURL((url) => !url.pathname.startsWith('/poisk/')), page.keyboard.press('Enter')]);
    }));

  test('Enter searches at once and closes the suggestions', () =>
    visit('poisk/', async (page) => {
      await page.focus(FIELD);
      await page.keyboard.type('семинар');
      await page.keyboard.press('Enter');
      await page.waitForSelector(RESULT);
      assert.equal(params(page).get('q'), 'семинар');
      await page.waitForTimeout(400);
      assert.equal(await page.locator('[role=listbox]').isVisible(), false);
    }));

  for (const viewport of [PHONE, DESKTOP]) {
    test(`facets with no query: choose, share, take back; ${viewport.width} px`, () =>
      visit('poisk/', async (page) => {
        if (viewport === PHONE) await page.click('[data-part=refine]');
        const box = page.locator('[data-facet=vid] .facet-option').first();
        await box.waitFor();
        const [words, count] = await box.locator('span').allTextContents();
        await box.locator('input').check();
        await page.waitForSelector(RESULT);
        assert.ok(params(page).getAll('vid').length === 1);
        assert.match(await wordsOf(page, STATUS), new RegExp(`^Нашлось ${count}\\b`));
        const shared = page.url();
        await page.waitForSelector(CHIP);
        assert.match(await wordsOf(page, CHIP), new RegExp(words));
        assert.ok((await page.locator(CHIP).boundingBox()).height >= 44);
        await page.click(CHIP);
        await page.waitForSelector('[data-part=examples]:not([hidden])');
        assert.equal(params(page).has('vid'), false);
        await page.goto(shared);
        await page.waitForFunction((said) => document.querySelector('[data-part=chips] button')?.textContent.includes(said), words);
        await page.click('[data-part=reset]');
        await page.waitForFunction(() => !document.querySelector('[data-part=chips] button'));
        await page.goBack();
        await page.waitForSelector(CHIP);
      }, { viewport }));
  }

  test('a choice keeps the focus and narrows the query', () =>
    visit('poisk/?q=школа', async (page) => {
      await page.waitForSelector(`${RESULT}`);
      await page.locator('[data-facet=god] > summary').click();
      const box = page.locator('[data-facet=god] input').first();
      await box.focus();
      await page.keyboard.press('Space');
      await page.waitForSelector(CHIP);
      await page.waitForFunction(() => document.querySelector('[data-part=search]').getAttribute('aria-busy') === 'false');
      assert.equal(await page.evaluate(() => document.activeElement.name), 'god');
      assert.equal(params(page).get('q'), 'школа');
    }));

  test('what was guessed is said, with a way back', () =>
    visit('poisk/?q=irjkf', async (page) => {
      await page.waitForSelector(RESULT);
      assert.match(await wordsOf(page, STATUS), /Показано по слову «школа» вместо «irjkf»/);
      await page.click(`${STATUS} a`);
      await page.waitForFunction(() => new URLSearchParams(location.search).has('tochno'));
      await page.waitForSelector(CHIP);
      assert.doesNotMatch(await wordsOf(page, STATUS), /Показано по слову/);
    }));

  test('nothing found is said with what can be done', () =>
    visit('poisk/?q=щщщыыы&tochno=1', async (page) => {
      await page.waitForSelector(NOTHING);
      assert.match(await wordsOf(page, STATUS), /^Ничего не нашлось/);
    }));

  for (const [name, query] of [
    ['ten thousand letters', 'школа '.repeat(1700)],
    ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script>"><svg onload=alert(1)>'],
    ['a regular expression', '(((a+)+)+$ [^]*? \\p{L} .* {1,9999}'],
    ['emoji and lone surrogates', '👩‍🏫🏫 \ud83d школа \udc00'],
    ['paths and prototypes', '../../etc/passwd __proto__ constructor %00 %E0%A4%A'],
    ['quotes and signs', '«»"\'`;--/*!@#$%^&*()_+=~'],
  ]) {
    test(`hostile query: ${name}`, () =>
      visit(`poisk/?q=${encodeURIComponent((query.toWellFormed?.() ?? query.replace(/[\ud800-\udfff]/g, '')).slice(0, 1000))}`, async (page) => {
        await page.waitForFunction(() => document.querySelector('[data-part=status]').textContent);
        assert.equal(await page.locator('main img, main script, main svg[onload]').count(), 0);
        await page.fill(FIELD, query);
        await page.waitForTimeout(600);
        await page.waitForFunction(() => document.querySelector('[data-part=search]').getAttribute('aria-busy') === 'false');
        assert.ok((params(page).get('q') ?? '').length <= 200);
        assert.equal(await page.locator('[data-part=failure]').isVisible(), false);
        if (query.length > 200) assert.match(await wordsOf(page, STATUS), /по первым 200 знакам/);
      }));
  }

  test('hostile choices are text and can be taken back', () =>
    visit(`poisk/?vid=${encodeURIComponent('"]<img src=x onerror=alert(1)>')}&god=__proto__`, async (page) => {
      await page.waitForFunction(() => document.querySelectorAll('[data-part=chips] button').length === 2);
      assert.equal(await page.locator('main img').count(), 0);
      await page.waitForSelector(NOTHING);
      await page.click('[data-part=reset]');
      await page.waitForSelector('[data-part=examples]:not([hidden])');
    }));

  test('when a file cannot be loaded it is said, and «Повторить» repeats', () =>
    visit('poisk/', async (page) => {
      const pattern = /\.(json|idx|bin)(\?|$)/;
      await page.route(pattern, (route) => route.abort());
      await page.goto(server.url('poisk/?q=школа'));
      await page.waitForSelector('[data-part=failure]:not([hidden])');
      await page.unroute(pattern);
      await page.click('[data-part=failure] button');
      await page.waitForSelector(RESULT);
      assert.equal(await page.locator('[data-part=failure]').isVisible(), false);
    }));

  test('the field in the header leads to the search', () =>
    visit('slovar/', async (page) => {
      await page.fill('.site-search input', 'школа');
      await page.press('.site-search input', 'Enter');
      await page.waitForURL(/\/poisk\/\?q=/);
      await page.waitForSelector(RESULT);
    }));

  for (const [viewport, colorScheme] of [[PHONE, 'light'], [DESKTOP, 'dark']]) {
    test(`axe on every state, ${viewport.width} px ${colorScheme}`, { timeout: 120_000 }, async () => {
      const failures = new Failures();
      const states = {
        'poisk/?q=школа': (page) => page.waitForSelector(RESULT),
        'poisk/?q=irjkf&god=2023': (page) => page.waitForSelector(CHIP),
        'poisk/?q=щщщыыы&tochno=1': (page) => page.waitForSelector(NOTHING),
        'poisk/': async (page) => {
          if (!(await page.locator('[data-facet] label').first().isVisible())) await page.click('[data-part=refine]');
          for (const group of await page.locator('[data-facet]:not([open]) > summary').all()) if (await group.isVisible()) await group.click();
          await page.focus(FIELD);
          await page.keyboard.type('жигал');
          await page.waitForSelector(OPTION);
          await page.keyboard.press('ArrowDown');
        },
      };
      for (const [path, ready] of Object.entries(states)) {
        await visit(path, async (page) => {
          await ready(page);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
            rules: { 'target-size': { enabled: true } },
          }));
          for (const { id, help, nodes } of violations) failures.add(`/${path}`, `${id}: ${help}: ${nodes[0].failureSummary}`, nodes[0].html);
          const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
          if (wide > 0) failures.add(`/${path}`, `scrolls sideways by ${wide} px`);
        }, { viewport, colorScheme });
      }
      failures.report();
    });
  }

  test('without scripts the page says so and leads to the lists', () =>
    visit('slovar/', async (page) => {
      await page.fill('.site-search input', 'школа');
      await page.press('.site-search input', 'Enter');
      await page.waitForURL(/\/poisk\/\?q=/);
      assert.match(await wordsOf(page, 'main'), /Поиск работает, когда в браузере включены скрипты/);
      for (const [words, path] of [['Районы и города от А до Я', '/rayony/'], ['Слова и сокращения', '/slovar/'], ['Все списки по алфавиту', '/alfavit/']]) {
        assert.equal(await page.getByRole('link', { name: words, exact: true }).evaluate((link) => new URL(link.href).pathname), path);
      }
      await page.goto(server.url('alfavit/'));
      await page.click('#shkoly ~ ul a');
      await page.waitForURL(/\/alfavit\/$/);
      assert.match(await wordsOf(page, 'h1'), /Школы и люди .* по алфавиту/);
    }, { javaScriptEnabled: false }));

  for (const [words, chunks] of [['родительское собрание', []], ['апрель 2023', ['dates']], ['шкоал', ['guesses']], ['irjkf', ['guesses']], ['школа&god=2023', ['columns', 'panel']]]) {
    test(`the first answer to «${words}» loads ${chunks.join(', ') || 'no chunk'}; the directory is loaded once`, () =>
      visit('slovar/', async (page) => {
        const asked = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await page.goto(server.url(`poisk/?q=${words}`));
        await page.waitForSelector(RESULT);
        const loaded = asked.flatMap((path) => path.match(/search-([a-z]+)\./)?.[1] ?? []);
        assert.deepEqual([...new Set(loaded)].sort(), chunks);
        assert.equal(asked.filter((path) => path.endsWith('root.json')).length, 1);
      }, { viewport: PHONE }));
  }

  test('a broken address is understood, and its words stand in the field', () =>
    visit('38-irkutskaya/zhigalovskiy/shkoly-rayona.html', async (page) => {
      const near = page.locator('[data-part=near] a');
      await near.first().waitFor();
      assert.equal(await page.inputValue(FIELD), 'иркутская жигаловский школы района');
      const addresses = await near.evaluateAll((links) => links.map((link) => link.href));
      assert.ok(addresses.some((address) => address.includes('/38-irkutskaya/zhigalovskiy/')), addresses.join('\n'));
      assert.equal(new Set(addresses).size, addresses.length);
      await page.press(FIELD, 'Enter');
      await page.waitForURL(/\/poisk\/\?q=/);
    }));

  test('a hostile address does nothing bad', () =>
    visit('%3Cimg%20src=x%20onerror=alert(1)%3E/%D1%88%D0%BA%D0%BE%D0%BB%D0%B0/%25FF', async (page) => {
      await page.waitForTimeout(500);
      assert.equal(await page.locator('main img').count(), 0);
    }));
});

test('the script is small and loaded only where it works; what is seldom needed stands in chunks beside it', () => {
  const named = (pattern) => [...site.files.keys()].filter((file) => pattern.test(file));
  const scripts = named(/^assets\/search\..*\.js$/);
  const chunks = named(/^assets\/search-.*\.js$/);
  assert.equal(scripts.length, 1);
  const size = (file) => gzipSync(site.text(file), { level: 6 }).length;
  console.log(`  ${[...scripts, ...chunks].map((file) => `${file}: ${size(file)}`).join(', ')} bytes compressed; /poisk/: ${gzipSync(site.text('poisk/index.html')).length}`);
  assert.ok(size(scripts[0]) <= 12 * 1024, `${size(scripts[0])} bytes`);
  for (const file of [...scripts, ...chunks]) assert.doesNotMatch(site.text(file), /innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function|document\.write/);
  // The field in the header is of the script for readers.
  const asking = [scripts[0], ...named(/^assets\/reader\..*\.js$/)].map((file) => site.text(file)).join('');
  const asked = [...asking.matchAll(/import\('\.\/(.*?)'\)/g)].map(([, name]) => `assets/${name}`).filter((file) => /search-/.test(file));
  assert.deepEqual([...new Set(asked)].sort(), chunks.sort());
  assert.ok(gzipSync(site.text('poisk/index.html')).length <= 4900); // links of feeds and data for search engines included
  const loading = site.htmlFiles.filter((file) => site.elements(file).some(({ name, attrs }) => name === 'script' && /search\./.test(attrs.src)));
  assert.deepEqual(loading, ['404.html', 'poisk/index.html']);
});
