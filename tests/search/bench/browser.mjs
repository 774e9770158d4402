// A slow phone on a slow line: Chromium with a processor four times slower, 1.6 Mbit/s and 150 ms for each request, which
// opens a search page for the first time, types, and waits for the first link to a result.
import { chromium } from 'playwright-core';

const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER = 4;
const PATIENCE = 120_000;

/** The browser; close it at the end. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/**
 * One cold visit of `url`: types `query` as soon as the page's scripts have run, then each of `next`.
 * Returns for each query { ms, bytes, requests } up to the first result link: from navigation for the first, from typing
 * for the others. `bytes` are those on the wire, heads of answers included: { code, page, other }; so are `requests`.
 */
export async function visit(browser, { url, query, next = [], field, link }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'ru-RU' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const wire = await listen(session);
  const seen = signal();
  await page.exposeBinding('benchSeen', (_, ms) => seen.tell(ms));
  await page.addInitScript(inPage, { query, field, link });
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const results = [];
  try {
    page.goto(url, { waitUntil: 'commit', timeout: PATIENCE }).catch(seen.fail);
    for (const words of [query, ...next]) {
      if (results.length) {
        // What the last search still fetched must not count for this one.
        await page.waitForLoadState('networkidle');
        wire.reset();
        await page.evaluate((text) => window.benchType(text), words);
      }
      const ms = await seen.next(PATIENCE);
      results.push({ query: words, ms, ...wire.taken() });
    }
  } finally {
    await context.close();
  }
  return results;
}

/** Runs in the page before anything else: types, and tells when a link of a result comes in. */
function inPage({ query, field, link }) {
  let from;
  window.benchType = (text) => {
    const input = document.querySelector(field);
    from = performance.now();
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((changes) => {
      if (from === undefined) return;
      const isLink = (node) => node.nodeType === 1 && (node.matches(link) || node.querySelector(link.split(' ').at(-1)) !== null && node.closest(link.split(' ')[0]));
      if (!changes.some(({ addedNodes }) => [...addedNodes].some(isLink))) return;
      const ms = performance.now() - from;
      from = undefined;
      window.benchSeen(ms);
    }).observe(document.body, { childList: true, subtree: true });
    // Module scripts have run by now: the box works.
    window.benchType(query);
    from = 0;
  });
}

/** Bytes and requests by kind of file, from the network events of the browser. */
async function listen(session) {
  const files = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) files.set(requestId, { kind: kindOf(new URL(request.url).pathname), bytes: 0 });
  });
  const on = (event, count) => session.on(`Network.${event}`, ({ requestId, ...what }) => {
    if (files.has(requestId)) count(files.get(requestId), what);
  });
  on('responseReceived', (file, { response }) => (file.bytes += response.encodedDataLength));
  on('dataReceived', (file, { encodedDataLength }) => (file.bytes += encodedDataLength));
  // Small bodies are told only at the end, with the whole length.
  on('loadingFinished', (file, { encodedDataLength }) => (file.bytes = encodedDataLength));
  await session.send('Network.enable');
  return {
    reset: () => files.clear(),
    taken: () => {
      const sums = { bytes: { code: 0, page: 0, other: 0 }, requests: { code: 0, page: 0, other: 0 } };
      for (const { kind, bytes } of files.values()) {
        sums.bytes[kind] += bytes;
        sums.requests[kind] += 1;
      }
      return sums;
    },
  };
}

/** Scripts and index; the page and its style; fonts, pictures and the rest. */
function kindOf(path) {
  if (/\/$|\.html$|\.css$/.test(path)) return 'page';
  return /\.(woff2|png|ico|svg|jpg|webp)$/.test(path) ? 'other' : 'code';
}

/** Something that is told now and awaited elsewhere. */
function signal() {
  let waiting;
  const told = [];
  return {
    tell: (value) => (waiting ? waiting.done(value) : told.push(value)),
    fail: (error) => waiting?.failed(error),
    next: (ms) => new Promise((done, failed) => {
      if (told.length) return done(told.shift());
      const timer = setTimeout(() => failed(new Error(`no result link within ${ms} ms`)), ms);
      const settle = (then) => (value) => {
        clearTimeout(timer);
        waiting = null;
        then(value);
      };
      waiting = { done: settle(done), failed: settle(failed) };
    }),
  };
}
