// Without JavaScript everything is still there: the content of every kind of
// page, and every link of the menu works by hand.
import { after, before, describe, test } from 'node:test';
import { DESKTOP, PHONE, launch, visitor } from './browser.mjs';
import { siteDir } from './config.mjs';
import { Failures } from './failures.mjs';
import { largest, samplePages } from './pages.mjs';
import { serveFolder } from './server.mjs';
import { Site } from './site.mjs';

const site = new Site(siteDir);
// The way to the remembered school is for those who have one. A phone has a link to the menu, which stands at the end of
// the page; a wide window has the menu itself.
const MENU = 'header nav li:not(.school-link) a[href], #menyu a[href]';

describe('without JavaScript', { concurrency: 2 }, () => {
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

  test('the content of every kind of page is shown, no control is dead', { timeout: 180_000 }, () =>
    withPage(PHONE, async (page, failures) => {
      for (const { path, kind } of samplePages(site).samples.filter(({ role }) => role === 'largest')) {
        await page.goto(server.url(path));
        const found = await page.evaluate(() => {
          const h1 = document.querySelector('main h1');
          return {
            title: h1?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false,
            words: document.querySelector('main')?.innerText.trim().length ?? 0,
            waiting: /загрузка…|загружается|loading…/i.test(document.querySelector('main')?.innerText ?? ''),
            dead: [...document.querySelectorAll('button')]
              .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.form
                && !node.hasAttribute('popovertarget') && !node.hasAttribute('commandfor'))
              .map((node) => node.outerHTML),
          };
        });
        if (!found.title) failures.add(`/${path}`, 'h1 in <main> is not visible');
        if (found.words < (kind === '404' ? 20 : 80)) failures.add(`/${path}`, `<main> shows only ${found.words} characters`);
        if (found.waiting) failures.add(`/${path}`, '<main> waits for a script');
        for (const node of found.dead) failures.add(`/${path}`, 'a button that does nothing without a script', node);
      }
    }));

  for (const viewport of [PHONE, DESKTOP]) {
    test(`every link of the menu works, ${viewport.width} px`, { timeout: 120_000 }, () =>
      withPage(viewport, async (page, failures) => {
        for (const kind of ['home', 'region', 'municipality', '404']) {
          const sample = largest(site, kind);
          if (!sample) continue;
          const start = server.url(kind === '404' ? 'net/takoy/stranitsy/' : sample.path);
          await page.goto(start);
          const number = await page.locator(MENU).count();
          if (number === 0) failures.add(`/${sample.path}`, `no menu: ${MENU}`);
          for (let index = 0; index < number; index += 1) {
            if (page.url() !== start) await page.goto(start);
            await follow(page, index, sample.path, failures);
          }
        }
      }));
  }

  async function follow(page, index, path, failures) {
    const link = page.locator(MENU).nth(index);
    if (!(await link.isVisible())) {
      // A folded menu is <details>: open what holds the link.
      const folded = link.locator('xpath=ancestor::details[not(@open)]/summary');
      for (let fold = 0; fold < (await folded.count()); fold += 1) await folded.nth(fold).click();
    }
    const source = await link.evaluate((node) => node.outerHTML);
    // What one width hides must be there in the other place.
    const href = await link.getAttribute('href');
    const twin = href === '#menyu' ? 'header .menu-item a' : `#menyu a[href="${href}"]`;
    const there = page.locator(`header .menu-item a[href="${href}"]:visible, ${twin}:visible`);
    if (!(await link.isVisible()) && (await there.count())) return undefined;
    if (!(await link.isVisible())) return failures.add(`/${path}`, 'a link of the menu cannot be seen', source);
    const target = new URL(await link.getAttribute('href'), page.url());
    if (target.origin !== server.origin || /^(mailto|tel):/.test(target.protocol)) return undefined;
    const answers = [];
    const note = (response) => response.request().isNavigationRequest() && answers.push(response.status());
    page.on('response', note);
    try {
      await link.click({ timeout: 3000 });
      await page.waitForURL((url) => url.pathname === target.pathname, { timeout: 3000 });
      await page.locator('main h1').waitFor({ timeout: 3000 });
    } catch (error) {
      failures.add(`/${path}`, `a click on a link of the menu failed: ${error.message.split('\n')[0]}`, source);
    } finally {
      page.off('response', note);
    }
    if (answers.some((status) => status >= 400)) failures.add(`/${path}`, `a link of the menu answers ${answers}`, source);
    return undefined;
  }

  async function withPage(viewport, work) {
    const failures = new Failures();
    const context = await visitor(browser, { viewport, javaScriptEnabled: false });
    try {
      await work(await context.newPage(), failures);
    } finally {
      await context.close();
    }
    failures.report();
  }
});
