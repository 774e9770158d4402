// The list of what was found.

import { line, said, siteRoot } from './dom.js';
import { el } from './element.js';

/** One result of an answer as an item of a list; words of the answer are marked in it. */
export function resultItem({ kind, title, note, text, url, municipality, region, year, status }, { terms }, { analyzer }) {
  const item = el('li', { class: 'result' });
  const known = said('kind', kind);
  const pieces = {
    meta: [line([known?.textContent ?? kind, municipality || region, year], ' · ')],
    title: [el('a', { href: new URL(url, siteRoot) }, ...marked(title, terms, analyzer))],
    note: note && [known?.title ?? '', ...marked(note, terms, analyzer)],
    text: text && marked(text, terms, analyzer),
    status: status && [said('status', status) ?? status],
  };
  for (const name in pieces) {
    if (pieces[name]) item.append(el(name === 'title' ? 'h3' : 'p', { class: `result-${name}` }, ...pieces[name]));
  }
  return item;
}

/** A text in pieces; words of a wanted term, or beginning with one, are marked. */
function marked(text, terms, analyzer) {
  const isWanted = (word) => terms.some((term) => term === analyzer.term(word)
    || term.length > 2 && word.toLowerCase().replaceAll('ё', 'е').startsWith(term));
  // Words stand at odd places of the split.
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).map((piece, at) => (at % 2 && isWanted(piece) ? el('mark', {}, piece) : piece));
}

/** «мероприятий 9, вопросов 1»: what kinds were found. */
export function kindsFound(results) {
  const counts = {};
  for (const { kind } of results) counts[kind] = (counts[kind] ?? 0) + 1;
  const ordered = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  return line(ordered.map(([kind, count]) => `${said('kind', kind)?.dataset.many ?? kind} ${count}`));
}
