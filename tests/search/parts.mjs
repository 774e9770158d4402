// Do the program and the script give the same answers from an index of several parts? All judged queries are asked of the
// whole portal and of each of some regions.
//
//   cargo build --release --example index-time
//   node parts.mjs [--content DIR] [--bin PATH] [--regions 04-altay,38-irkutskaya] [--bytes]
//
// --bytes prints for each query how many files and bytes it needed that no query before had asked for.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { openIndex } from '../../themes/default/scripts/search/engine.js';

const here = dirname(fileURLToPath(import.meta.url));
const repo = resolve(here, '../..');
const { values: options } = parseArgs({
  options: {
    content: { type: 'string', default: join(repo, 'content') },
    bin: { type: 'string', default: join(repo, 'target/release/examples/index-time') },
    regions: { type: 'string', default: '04-altay,38-irkutskaya' },
    bytes: { type: 'boolean', default: false },
  },
});
const judged = JSON.parse(readFileSync(join(here, 'queries.json'), 'utf8')).queries.map(({ query }) => query);
const asked = ['', ...options.regions.split(',')].flatMap((region) => judged.map((query) => ({ query, filters: region ? { region: [region] } : {} })));

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
try {
  const lines = asked.map(({ query, filters }) => [query, ...(filters.region ?? []).map((region) => `region=${region}`)].join('\t'));
  writeFileSync(join(folder, 'queries'), lines.join('\n'));
  const told = execFileSync(options.bin, [options.content, folder], { env: { ...process.env, ASK: join(folder, 'queries') }, maxBuffer: 1 << 28 });
  const answers = `${told}`.split('\n');
  let sum = { files: 0, bytes: 0 };
  const load = async (path) => {
    const bytes = readFileSync(join(folder, path));
    sum = { files: sum.files + 1, bytes: sum.bytes + (path.endsWith('.json') ? gzipSync(bytes).length : bytes.length) };
    return path.endsWith('.json') ? JSON.parse(bytes) : inflateRawSync(bytes);
  };
  let engine = await openIndex('/', load);
  const costs = [];
  let apart = 0;
  for (const [at, { query, filters }] of asked.entries()) {
    if (options.bytes) {
      sum = { files: 0, bytes: 0 };
      engine = await openIndex('/', load);
    }
    const start = performance.now();
    // What a page shows first.
    await engine.search(query, { filters, limit: 3, today: '2026-11-22' });
    costs.push({ ...sum, ms: performance.now() - start, region: filters.region?.[0] ?? '', query });
    const { results } = await engine.search(query, { filters, limit: 60, today: '2026-11-22' });
    const own = results.map(({ url, score }) => `${url} ${score}`).join('\t');
    if (own !== answers[at]) {
      apart += 1;
      console.log(`«${query}» ${filters.region ?? ''}\n  program ${answers[at].slice(0, 300)}\n  script  ${own.slice(0, 300)}`);
    }
  }
  console.log(`${asked.length} queries, ${apart} answered differently`);
  if (options.bytes) {
    for (const wanted of ['', ...options.regions.split(',')]) {
      const of = costs.filter(({ region }) => region === wanted);
      const [middle, most] = ['files', 'bytes', 'ms'].reduce(([middles, mosts], name) => {
        const sorted = of.map((one) => one[name]).sort((a, b) => a - b);
        return [{ ...middles, [name]: Math.round(sorted[sorted.length >> 1]) }, { ...mosts, [name]: Math.round(sorted.at(-1)) }];
      }, [{}, {}]);
      console.log(wanted || 'whole portal', 'median', middle, 'most', most);
    }
  }
  if (apart) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
