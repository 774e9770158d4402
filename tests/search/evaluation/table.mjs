// Markdown tables of results.

/** A table of rows of cells; the first row is the head, all columns but the first stand right. */
export function table(rows) {
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  const rule = `|${rows[0].map((_, at) => (at === 0 ? ' --- ' : ' ---: ')).join('|')}|`;
  return [head, rule, ...body].join('\n');
}

/** `summaries`: name of engine → summary. One table of all measures, one of nDCG by class. */
export function quality(summaries) {
  const names = Object.keys(summaries);
  const percent = (share) => `${Math.round(share * 100)} %`;
  const classes = Object.keys(summaries[names[0]].classes);
  const counts = summaries[names[0]].classes;
  return [
    table([
      ['engine', 'nDCG@10', 'the same, gain 2^g−1', 'MRR', 'recall@10', 'no answer'],
      ...names.map((name) => {
        const { all } = summaries[name];
        return [name, all.ndcg.toFixed(3), all.exponential.toFixed(3), all.mrr.toFixed(3), all.recall.toFixed(3), percent(all.empty)];
      }),
    ]),
    '',
    table([
      ['nDCG@10 by class', ...classes.map((name) => `${name} ${counts[name].queries}`)],
      ...names.map((name) => [name, ...classes.map((one) => summaries[name].classes[one].ndcg.toFixed(2))]),
    ]),
  ].join('\n');
}

/** A part of a Markdown file between its own comment lines, replaced; the file keeps the rest. */
export function replacePart(text, name, part) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const block = `${open}\n${part}\n${close}`;
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  return from < 0 ? `${text.trimEnd()}\n\n${block}\n` : text.slice(0, from) + block + text.slice(to + close.length);
}
