// The measures: how good a ranked list is against graded judgements.

const DEPTH = 10;

/** The plain grade as gain; the other usual one doubles with each grade. */
export const linear = (grade) => grade;
export const exponential = (grade) => 2 ** grade - 1;

/** nDCG@10 of addresses in ranked order; a page that comes twice counts once. */
export function ndcg(ranked, grades, gain = linear) {
  const found = [...new Set(ranked)].slice(0, DEPTH).map((where) => gain(grades.get(where) ?? 0));
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, DEPTH).map(gain);
  return dcg(best) === 0 ? 0 : dcg(found) / dcg(best);
}

/** One by the place of the first page with any grade, 0 when there is none. */
export function reciprocalRank(ranked, grades) {
  const at = [...new Set(ranked)].findIndex((where) => grades.has(where));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** The share of judged pages among the first ten, of as many as ten places could hold. */
export function recall(ranked, grades) {
  const found = [...new Set(ranked)].slice(0, DEPTH).filter((where) => grades.has(where)).length;
  return found / Math.min(DEPTH, grades.size);
}

function dcg(gains) {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}

/** All measures of one query. `ranked` holds only pages of the judged kinds. */
export function score(ranked, grades) {
  return {
    ndcg: ndcg(ranked, grades),
    exponential: ndcg(ranked, grades, exponential),
    mrr: reciprocalRank(ranked, grades),
    recall: recall(ranked, grades),
    empty: ranked.length === 0 ? 1 : 0,
  };
}

/** Means over queries: of all, and of each class in alphabetical order. */
export function summary(scored) {
  const classes = [...new Set(scored.map((one) => one.class))].sort();
  return {
    all: mean(scored),
    classes: Object.fromEntries(classes.map((name) => [name, mean(scored.filter((one) => one.class === name))])),
  };
}

function mean(scored) {
  const of = (key) => scored.reduce((sum, one) => sum + one.score[key], 0) / scored.length;
  return { queries: scored.length, ndcg: of('ndcg'), exponential: of('exponential'), mrr: of('mrr'), recall: of('recall'), empty: of('empty') };
}
