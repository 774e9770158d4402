// The quality of the search on judged queries, side by side with other engines.
//
//   node evaluate.mjs --site DIR [--engines portal,script,minisearch,pagefind] [--queries queries.json] [--each]
//                     [--bin PATH] [--content DIR] [--date YYYY-MM-DD] [--write] [--check]
//
// --site is the built portal of content/. --check runs our two engines only, wants the same order of both and nDCG@10
// no lower than FLOOR; --write puts the tables into RESULTS.md; --each prints every query.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { address, judged, kind } from './evaluation/judged.mjs';
import { score, summary } from './evaluation/score.mjs';
import { quality, replacePart } from './evaluation/table.mjs';

/** What --check asks of our engine on the open queries: nDCG@10 of all of them and of each class; the most without answer. */
const FLOOR = { all: 0.92, class: 0.78, empty: 0 };

const here = dirname(fileURLToPath(import.meta.url));
const repo = resolve(here, '../..');
const { values: options } = parseArgs({
  options: {
    site: { type: 'string', default: join(repo, 'public') },
    engines: { type: 'string', default: 'portal,script,minisearch,pagefind' },
    queries: { type: 'string', default: join(here, 'queries.json') },
    bin: { type: 'string', default: process.env.PORTAL_BIN ?? join(repo, 'target/release/portal') },
    content: { type: 'string', default: join(repo, 'content') },
    date: { type: 'string', default: '2026-11-22' },
    each: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const { date, bin, content } = options;
const siteDir = resolve(options.site);

/** Engines by name, each opened only when asked for: other people's need packages of npm. */
const ENGINES = {
  portal: async () => (await import('./engines/portal.mjs')).program({ bin, content, date }),
  script: async () => (await import('./engines/portal.mjs')).script({ repo, siteDir, date }),
  minisearch: async () => (await import('./engines/minisearch.mjs')).miniSearch(await pages()),
  pagefind: async () => (await import('./engines/pagefind.mjs')).pagefindEngine(await pages()),
};
const pages = async () => (await import('./engines/documents.mjs')).documents(siteDir);

const queries = judged(options.queries, siteDir);
const names = options.check ? ['portal', 'script'] : options.engines.split(',');
const summaries = {};
const orders = {};
for (const name of names) {
  const engine = await ENGINES[name]();
  const scored = [];
  orders[name] = [];
  for (const { id, class: group, query, filter, grades } of queries) {
    const found = await engine.search(query, filter);
    orders[name].push(found.map((url) => url.replace(/^\/+/, '')));
    const ranked = found.map(address).filter((where) => kind(where));
    const own = { id, class: group, query, score: score(ranked, grades) };
    scored.push(own);
    if (options.each) {
      console.log(`${name}\t${own.score.ndcg.toFixed(3)}\t${id}\t${query}`);
      if (own.score.ndcg < 0.8) explain(ranked, grades);
    }
  }
  await engine.close();
  summaries[engine.name] = summary(scored);
}

const tables = quality(summaries);
console.log(`${queries.length} queries\n\n${tables}`);
if (options.write) {
  const file = join(here, 'RESULTS.md');
  writeFileSync(file, replacePart(readFileSync(file, 'utf8'), 'quality', tables));
}
if (orders.portal && orders.script) {
  const apart = queries.filter((_, at) => JSON.stringify(orders.portal[at]) !== JSON.stringify(orders.script[at]));
  console.log(apart.length ? `\nThe program and the script differ on ${apart.length}: ${apart.map(({ query }) => query).join('; ')}` : '\nThe program and the script give the same order.');
  if (options.check && apart.length) process.exitCode = 1;
}
if (options.check) check(summaries['portal search']);

function check({ all, classes }) {
  const low = Object.entries(classes).filter(([, one]) => one.ndcg < FLOOR.class);
  const wrong = [
    all.ndcg < FLOOR.all && `nDCG@10 is ${all.ndcg.toFixed(3)}, below ${FLOOR.all}`,
    ...low.map(([name, one]) => `nDCG@10 of ${name} is ${one.ndcg.toFixed(3)}, below ${FLOOR.class}`),
    all.empty > FLOOR.empty && `no answer to ${Math.round(all.empty * all.queries)} queries`,
  ].filter(Boolean);
  if (wrong.length) {
    console.error(`\n${wrong.join('\n')}`);
    process.exitCode = 1;
  }
}

/** What came where, and what was missed. */
function explain(ranked, grades) {
  const seen = new Set(ranked.slice(0, 10));
  ranked.slice(0, 10).forEach((where, at) => console.log(`    ${at + 1}. ${grades.get(where) ?? '-'} ${where}`));
  for (const [where, grade] of grades) {
    if (grade > 1 && !seen.has(where)) console.log(`    missed ${grade} ${where} (${ranked.indexOf(where) + 1 || 'not found'})`);
  }
}
