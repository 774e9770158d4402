// Lighthouse (mobile, simulated slow line) over one page of each important kind of the built portal, served as GitHub Pages
// serves it: gzip for text, ten minutes of cache. Prints a table and fails when a page is below what the portal promises.
//
//   npm ci --ignore-scripts --prefix tests/lighthouse && npm ci --ignore-scripts --prefix tests/search
//   node tests/lighthouse/run.mjs --site DIR [--check] [--runs 1] [path …]
//
// --check fails for accessibility, best practices and SEO below 100 and for shifts above 0.01. Times depend on the machine,
// so they are printed and never fail.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serve } from '../search/bench/server.mjs';

const PAGES = ['', 'rayony/', '38-irkutskaya/zhigalovskiy/', '38-irkutskaya/zhigalovskiy/plan/2023/', '38-irkutskaya/zhigalovskiy/plan/2023/m01/',
  '70-tomskaya/pervomayskiy/shkoly/komsomolskaya-sosh/', 'kalendar/2023/04/', 'praktiki/', 'slovar/shnor/', 'polnota/', 'vid/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const STEADY = CATEGORIES.slice(1);
const MOST_SHIFT = 0.01;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: 'string' }, check: { type: 'boolean', default: false }, runs: { type: 'string', default: '1' } },
});
if (!options.site) {
  console.error('usage: node tests/lighthouse/run.mjs --site DIR [--check] [--runs N] [path …]');
  process.exit(2);
}

const server = await serve(resolve(options.site));
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
let failed = 0;
console.log('| page | performance | accessibility | best practices | SEO | LCP, s | CLS | TBT, ms | kB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
try {
  for (const path of positionals.length ? positionals : PAGES) await judge(path);
} finally {
  chrome.kill();
  await server.close();
}
const pages = (positionals.length || PAGES.length);
console.log(`${pages - failed} passed, ${failed} failed`);
process.exitCode = options.check && failed ? 1 : 0;

async function judge(path) {
  const results = [];
  for (let run = 0; run < Number(options.runs); run += 1) {
    // «Crawling blocked» is about hosts: the pages under test lie on this machine.
    const { lhr } = await lighthouse(server.origin + '/' + path, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
    results.push(lhr);
  }
  results.sort((a, b) => b.categories.performance.score - a.categories.performance.score);
  const { categories, audits } = results[results.length >> 1];
  const score = (name) => Math.round(categories[name].score * 100);
  const number = (name) => audits[name].numericValue;
  const shift = number('cumulative-layout-shift');
  const weak = STEADY.filter((name) => score(name) < 100);
  console.log(`| /${path} | ${CATEGORIES.map(score).join(' | ')} | ${(number('largest-contentful-paint') / 1000).toFixed(2)} | ${shift.toFixed(3)} | ${number('total-blocking-time').toFixed(0)} | ${(number('total-byte-weight') / 1000).toFixed(1)} |`);
  for (const name of weak) {
    const lost = categories[name].auditRefs.map(({ id }) => audits[id]).filter(({ score: one, scoreDisplayMode: mode }) => one !== null && one < 1 && mode !== 'informative');
    for (const audit of lost) console.log(`  ${name}: ${audit.id}: ${audit.title}`, JSON.stringify(audit.details?.items?.slice(0, 3) ?? '').slice(0, 300));
  }
  if (weak.length || shift > MOST_SHIFT) failed += 1;
}
