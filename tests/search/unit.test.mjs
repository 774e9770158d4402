// The parts of the evaluation that need no engine: the measures, and that every judgement is about a page of the site.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { address, judged, kind } from './evaluation/judged.mjs';
import { exponential, ndcg, recall, reciprocalRank, score, summary } from './evaluation/score.mjs';
import { replacePart, table } from './evaluation/table.mjs';

const grades = new Map([['a', 3], ['b', 2], ['c', 1]]);

test('the best order has nDCG 1, the worst less, nothing 0', () => {
  assert.equal(ndcg(['a', 'b', 'c'], grades), 1);
  assert.equal(ndcg([], grades), 0);
  const turned = (1 + 2 / Math.log2(3) + 3 / 2) / (3 + 2 / Math.log2(3) + 1 / 2);
  assert.ok(Math.abs(ndcg(['c', 'b', 'a'], grades) - turned) < 1e-12);
  assert.ok(ndcg(['c', 'b', 'a'], grades, exponential) < turned);
});

test('pages that come twice count once, and those after the tenth not at all', () => {
  assert.equal(ndcg(['a', 'a', 'b', 'c'], grades), 1);
  const late = [...'1234567890', 'a'];
  assert.equal(ndcg(late, grades), 0);
  assert.equal(recall(late, grades), 0);
  assert.equal(reciprocalRank(late, grades), 1 / 11);
});

test('means are of all queries and of each class', () => {
  const scored = [
    { class: 'x', score: score(['a', 'b', 'c'], grades) },
    { class: 'y', score: score([], grades) },
  ];
  const { all, classes } = summary(scored);
  assert.deepEqual([all.queries, all.ndcg, all.empty], [2, 0.5, 0.5]);
  assert.deepEqual([classes.x.ndcg, classes.y.ndcg], [1, 0]);
});

test('an event is one page, whether its row of the plan or its own page is found', () => {
  assert.equal(address('/04-altay/plan/2023/#m07'), '04-altay/plan/2023/m07/');
  assert.equal(address('https://portal.example/04-altay/plan/2023/m07/'), '04-altay/plan/2023/m07/');
  assert.deepEqual(
    ['04-altay/plan/2023/m07/', '04-altay/plan/2023/', '04-altay/', '38-irkutskaya/', 'praktiki/x/'].map(kind),
    ['event', 'plan', 'municipality', null, null],
  );
});

test('a part of a Markdown file is replaced and the rest stays', () => {
  const text = replacePart(replacePart('# Head\n', 'x', 'one'), 'x', 'two');
  assert.equal(text, '# Head\n\n<!-- x -->\ntwo\n<!-- /x -->\n');
  assert.equal(table([['a', 'b'], ['1', '2']]), '| a | b |\n| --- | ---: |\n| 1 | 2 |');
});

test('every judgement is about an event, plan or municipality of the site', { skip: !process.env.SITE_DIR && 'SITE_DIR is not set' }, () => {
  const here = dirname(fileURLToPath(import.meta.url));
  const queries = judged(join(here, 'queries.json'), process.env.SITE_DIR);
  assert.ok(queries.length >= 79);
  for (const { query, grades: pages } of queries) {
    assert.ok(pages.size > 0, query);
    for (const where of pages.keys()) assert.ok(kind(where), `${query}: ${where}`);
  }
});
