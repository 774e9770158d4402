// Do all forms of a word find the same events? For each form of a word written by hand (evaluation/words.mjs): which of
// the events that hold any form of it are found, and which are found besides.
//
//   node forms.mjs --site DIR [--engines script,minisearch,pagefind] [--each] [--date YYYY-MM-DD] [--write] [--check]
//
// --check wants recall of 0.98 and precision of 0.93 of our own engine.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documents } from './engines/documents.mjs';
import { address } from './evaluation/judged.mjs';
import { replacePart, table } from './evaluation/table.mjs';
import { WORDS } from './evaluation/words.mjs';

const FLOOR = { recall: 0.98, precision: 0.93 };

const here = dirname(fileURLToPath(import.meta.url));
const repo = resolve(here, '../..');
const { values: options } = parseArgs({
  options: {
    site: { type: 'string', default: join(repo, 'public') },
    engines: { type: 'string', default: 'script,minisearch,pagefind' },
    date: { type: 'string', default: '2026-11-22' },
    each: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const siteDir = resolve(options.site);

/** Engines that search events only: name, and a function from a word to the addresses of all events found. */
const ENGINES = {
  script: async () => {
    const { script } = await import('./engines/portal.mjs');
    const { engine, name } = await script({ repo, siteDir, date: options.date });
    const ask = (word) => engine.search(word, { filters: { vid: ['event'] }, limit: 1000, offset: 0, today: options.date });
    return { name, search: async (word) => (await ask(word)).results.map(({ url }) => url), close: async () => {} };
  },
  minisearch: async () => (await import('./engines/minisearch.mjs')).miniSearch(await eventPages()),
  pagefind: async () => (await import('./engines/pagefind.mjs')).pagefindEngine(await eventPages(), 1000),
};

const eventPages = async () => documents(siteDir).filter(({ url }) => /\/m\d+\/$/.test(url));

const folded = (text) => text.toLowerCase().replaceAll('ё', 'е');
const texts = (await eventPages()).map(({ url, title, text }) => ({
  where: address(url),
  words: new Set(folded(`${title} ${text}`).match(/[а-яa-z0-9]+/g)),
}));

/** Words that stand in some event at all, with the events that hold any form. */
const asked = WORDS.map((forms) => ({
  forms,
  expected: new Set(texts.filter(({ words }) => forms.some((form) => words.has(folded(form)))).map(({ where }) => where)),
})).filter(({ expected }) => expected.size > 0);

const rows = [['word forms', 'forms', 'recall', 'precision']];
for (const name of options.check ? ['script'] : options.engines.split(',')) {
  const engine = await ENGINES[name]();
  const sums = { forms: 0, recall: 0, precision: 0 };
  for (const { forms, expected } of asked) {
    for (const form of forms) {
      const found = new Set((await engine.search(form)).map(address));
      const right = [...found].filter((where) => expected.has(where)).length;
      const recall = right / expected.size;
      const precision = found.size ? right / found.size : 1;
      sums.forms += 1;
      sums.recall += recall;
      sums.precision += precision;
      if (options.each && (recall < 1 || precision < 0.9)) {
        console.log(`${name}\t${form}\trecall ${recall.toFixed(2)}\tprecision ${precision.toFixed(2)}\tof ${expected.size}`);
      }
    }
  }
  await engine.close();
  const [recall, precision] = [sums.recall / sums.forms, sums.precision / sums.forms];
  rows.push([engine.name, sums.forms, recall.toFixed(3), precision.toFixed(3)]);
  if (options.check && (recall < FLOOR.recall || precision < FLOOR.precision)) process.exitCode = 1;
}
const result = table(rows);
console.log(`${asked.length} words\n\n${result}`);
if (options.write) {
  const file = join(here, 'RESULTS.md');
  writeFileSync(file, replacePart(readFileSync(file, 'utf8'), 'forms', result));
}
