// What only some queries need: words that the index does not know, the other keyboard layout, quotations. A chunk.

import { commonFirst, endings, tell, termOf } from './common.js';
import { first, letters, near, skeleton, swap } from './letters.js';

const MOST_SLIPS = 3;
const SHORTEST_SLIP = 5;

/** Words of the index that an unknown one may stand for, with their share of worth: { how, share, found }. */
export async function guess(shelf, { word, open, terms }) {
  const slip = ['typo', 0.75, () => slips(shelf, termOf({ terms }), word)];
  // An open word is no beginning of others: that was tried before.
  const ways = open ? [slip] : [slip, ['start', 0.85, () => endings(shelf, word)]];
  for (let cut = 1; cut <= 3 && letters(word) >= cut + 4; cut += 1) {
    ways.push(['beginning', 0.5, () => endings(shelf, first(word, letters(word) - cut))]);
  }
  for (const [how, share, find] of ways) {
    const found = await find();
    if (found.length) return { how, share, found };
  }
  return { how: '', share: 0, found: [] };
}

// Words one edit away from the stem or from the word as typed, in the files where a slip of the first letters leads.
async function slips(shelf, term, word) {
  if (letters(word) < SHORTEST_SLIP) return [];
  const like = (other) => {
    const count = letters(other);
    return other[0] !== '@' && count + 1 >= SHORTEST_SLIP && (near(term, other) || near(word, other)
      || (count >= SHORTEST_SLIP && count + 1 >= letters(term) && near(first(word, count), other)));
  };
  const [a, b, c, ...more] = term;
  const rest = more.join('');
  const starts = c ? [term, b + c + rest, b + a + c + rest, a + c + rest, a + c + b + rest] : [term];
  for (const start of starts) {
    const found = await shelf.wordsLike(first(skeleton(start), 3), 2, like);
    if (found.length) return commonFirst(found, MOST_SLIPS);
  }
  return [];
}

/** Tells each guess of which `results` have a form: the index knows only stems. */
export function tellGuesses(understood, results, analyzer) {
  const texts = results.flatMap(({ title, note, text }) => [title, note, text]);
  understood.guessed = understood.guessed.filter(([how, from, guessed]) => !texts.some((text) => {
    const token = analyzer.tokens(text).find(({ term }) => term === guessed);
    if (token) tell(understood, how, from, text.slice(token.start, token.end).toLowerCase());
    return token;
  }));
}

// --- the other keyboard layout ---

const ENGLISH = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';

// Latin words become Russian; when there is none, Russian ones become Latin. Null when nothing changes.
export function layout(text) {
  const meantRussian = (part) => /[a-z]/i.test(part) && !/[\u0400-\u04ff]/.test(part);
  const parts = text.split(/(\s+)/);
  const changed = parts.some(meantRussian)
    ? parts.map((part) => (meantRussian(part) ? swap(part, ENGLISH, RUSSIAN) : part)).join('')
    : swap(text, RUSSIAN, ENGLISH);
  return changed === text ? null : changed;
}

/** The query in the other layout when it has Latin words that the index does not know. */
export async function meant(shelf, query, concepts) {
  const latin = concepts.filter(({ word, dates }) => !dates.length && /[a-z]/i.test(word));
  const known = await Promise.all(latin.map(({ terms }) => Promise.all(terms.map((term) => shelf.word(term)))));
  return known.every((found) => found.some((one) => one)) ? null : layout(query);
}

/** The query as typed in the other layout, when `read` finds words then; else as it was understood. */
export async function swapped(query, read, told, understood) {
  const other = layout(query);
  const found = other && await read(other, true);
  return found?.concepts.length ? told(found, other) : understood;
}

// --- quotations ---

const QUOTES = { '"': '"', '«': '»', '„': '“', '“': '”' };

/** First and last place of what stands between quotation marks. */
export function quotations(query) {
  const found = [];
  let from;
  let end;
  for (let at = 0; at < query.length; at += 1) {
    if (end && query[at] === end) {
      found.push([from, at]);
      end = '';
    } else if (!end) {
      end = QUOTES[query[at]];
      from = at + 1;
    }
  }
  return found;
}

/** Of what was `found` the documents that have every quotation word for word, or, when there is none, all, and says so. */
export function inQuotes(found, columns, understood, query) {
  const exact = quoted(columns);
  const inWords = found.filter(({ document }) => exact.has(document));
  if (found.length && !inWords.length) tell(understood, 'quote', query, '');
  return inWords.length ? inWords : found;
}

// Documents in which every quotation stands word for word.
function quoted(columns) {
  const last = Math.max(...columns.map(({ quote }) => quote));
  const stands = (quote, document) => {
    const [start, ...rest] = columns.filter((column) => column.quote === quote);
    if (!start) return true;
    return start.matches.get(document)?.places.some((place) => rest.every(
      ({ at, matches }) => matches.get(document)?.places.includes(place + at - start.at),
    ));
  };
  const documents = [...columns.find(({ quote }) => quote > 0).matches.keys()];
  return new Set(documents.filter((document) => {
    for (let quote = 1; quote <= last; quote += 1) if (!stands(quote, document)) return false;
    return true;
  }));
}
