// What the search costs: the index and the build at several sizes, and a phone's first and next search. Side by side with
// MiniSearch and Pagefind at sizes where a whole index is thinkable. Writes the tables into RESULTS.md.
//
//   cargo build --release && cargo build --release --example corpus
//   node bench.mjs --date YYYY-MM-DD [--sizes 5,100,1000,2300] [--engines portal,minisearch,pagefind] [--runs 5]
//                  [--work DIR] [--keep] [--dry]
//
// A built site of 2 300 municipalities takes gigabytes in --work; each size is removed before the next one is made.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, visit } from './bench/browser.mjs';
import { site } from './bench/corpus.mjs';
import { serve } from './bench/server.mjs';
import { replacePart, table } from './evaluation/table.mjs';

const QUERIES = ['родительское собрание', 'школа', 'программа наставничества для молодых педагогов'];
/** Other engines are measured up to this size. */
const PEERS_TO = 100;

const here = dirname(fileURLToPath(import.meta.url));
const repo = resolve(here, '../..');
const { values: options } = parseArgs({
  options: {
    date: { type: 'string', default: '2026-11-22' },
    sizes: { type: 'string', default: '5,100,1000,2300' },
    engines: { type: 'string', default: 'portal,minisearch,pagefind' },
    runs: { type: 'string', default: '5' },
    bin: { type: 'string', default: process.env.PORTAL_BIN ?? join(repo, 'target/release/portal') },
    corpus: { type: 'string', default: join(repo, 'target/release/examples/corpus') },
    work: { type: 'string', default: tmpdir() },
    keep: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
  },
});
const engines = options.engines.split(',');
const kb = (bytes) => (bytes / 1000).toFixed(1);
const total = (sums) => sums.code + sums.page + sums.other;

/** Pages to be visited at a size: name, folder to serve, path, selectors of the field and of links of results. */
const VISITED = {
  portal: async (built) => ({ name: 'portal', folder: built.siteDir, path: '/poisk/', field: '#q', link: '[data-part=list] a' }),
  minisearch: async (built) => {
    const { miniSearchFolder } = await import('./bench/peers.mjs');
    const folder = join(built.folder, 'minisearch');
    miniSearchFolder(await documentsOf(built), folder);
    return { name: 'MiniSearch', folder, path: '/', field: '#q', link: '#results a' };
  },
  pagefind: async (built) => {
    const { pagefindFolder } = await import('./bench/peers.mjs');
    const folder = join(built.folder, 'pagefind');
    await pagefindFolder(await documentsOf(built), folder);
    return { name: 'Pagefind, JS API', folder, path: '/', field: '#q', link: '#results a' };
  },
};
const documentsOf = async (built) => (await import('./engines/documents.mjs')).documents(built.siteDir);

const builds = [['municipalities', 'build, s', 'CPU, s', 'peak memory, MB', 'index files', 'raw, MB', 'sent, MB', 'largest file sent, kB']];
const cold = [['first search', 'query', 'scripts and index, kB', 'page and style, kB', 'other, kB', 'requests', 'fastest, s', 'median, s']];
const warm = [['next search', 'query', 'kB', 'requests', 'fastest, s', 'median, s']];
const browser = await launch();
for (const size of options.sizes.split(',').map(Number)) {
  mkdirSync(options.work, { recursive: true });
  const built = site(size, { repo, bin: options.bin, corpus: options.corpus, date: options.date, work: options.work });
  const { build, index } = built;
  builds.push([size, build.wall.toFixed(2), build.cpu.toFixed(2), build.memory.toFixed(0), index.files, (index.raw / 1e6).toFixed(2), (index.sent / 1e6).toFixed(2), kb(index.largest)]);
  console.log(builds.at(-1).join('\t'));
  for (const name of engines.filter((one) => one === 'portal' || size <= PEERS_TO)) {
    try {
      await measure(size, await VISITED[name](built));
    } catch (error) {
      console.error(`${name} at ${size}: ${error.message}`);
      process.exitCode = 1;
    }
  }
  // A large site is slow to remove: what was measured is written first.
  record();
  if (options.keep) console.log(`kept: ${built.folder}`);
  else rmSync(built.folder, { recursive: true });
}
await browser.close();
console.log(`\n${text()}`);

async function measure(size, { name, folder, path, field, link }) {
  const server = await serve(folder);
  const label = `${name}, ${size}`;
  try {
    for (const [at, query] of QUERIES.entries()) {
      const next = QUERIES[(at + 1) % QUERIES.length];
      const visits = [];
      for (let run = 0; run < Number(options.runs); run += 1) {
        visits.push(await visit(browser, { url: server.origin + path, query, next: [next], field, link }));
      }
      const [first, second] = [0, 1].map((which) => visits.map((one) => one[which]).sort((a, b) => a.ms - b.ms));
      const middle = (sorted) => sorted[sorted.length >> 1];
      const seconds = (sorted) => [sorted[0], middle(sorted)].map(({ ms }) => (ms / 1000).toFixed(2));
      const { bytes, requests } = middle(first);
      cold.push([label, `«${query}»`, kb(bytes.code), kb(bytes.page), kb(bytes.other), total(requests), ...seconds(first)]);
      const then = middle(second);
      warm.push([label, `«${next}»`, kb(total(then.bytes)), total(then.requests), ...seconds(second)]);
      console.log(cold.at(-1).join('\t'));
      console.log(warm.at(-1).join('\t'));
    }
  } finally {
    await server.close();
  }
}

function text() {
  const processor = cpus();
  return [
    `Measured on ${options.date}: ${processor.length} cores (${processor[0].model.trim()}), Node ${process.version}, Chromium ${browser.version()}; ${options.runs} visits for each row.`,
    '',
    [builds, cold, warm].map(table).join('\n\n'),
  ].join('\n');
}

function record() {
  if (options.dry) return;
  const file = join(here, 'RESULTS.md');
  writeFileSync(file, replacePart(readFileSync(file, 'utf8'), 'cost', text()));
}
