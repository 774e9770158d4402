// From a query to words of the index; the counterpart of src/search/query/{parse,resolve,understand}.rs.

import { dates, layout, near, skeleton, words } from './analysis.js';
import { compare } from './shelf.js';

const LONGEST_QUERY = 200;
const MOST_ENDINGS = 24;
const MOST_SLIPS = 3;
const OUTWEIGHED = 2;
const MOST_KIN = 8;
const MOST_FILES = 3;
const SHORTEST_SLIP = 5;
const MOST_TERMS = 60;
const QUOTES = { '"': '"', '«': '»', '„': '“', '“': '”' };

const startsWithDigit = (word) => /^[0-9]/.test(word);
const letters = (word) => [...word].length;
const first = (word, count) => [...word].slice(0, count).join('');

// First and last place of what stands between quotation marks.
function quotations(query) {
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

/** Concepts of a query: { at, word, terms, dates, open, quote }. */
export function concepts(query, analyzer, today) {
  const tokens = analyzer.tokens(query);
  const spoken = words(query);
  const found = dates(query, today);
  const quotes = quotations(query);
  const open = !/[\s"»“.]$/.test(query);
  const last = tokens.at(-1)?.at;
  const allStop = tokens.every(({ stop }) => stop);
  const list = [];
  for (const { term, at: place, start, stop } of tokens) {
    const date = found.find(({ from, to }) => from <= place && place <= to);
    const at = date ? date.from : place;
    if (!date && stop && !allStop) continue;
    const same = list.find((concept) => concept.at === at);
    if (same) {
      if (!date) same.terms.unshift(term);
      continue;
    }
    list.push({
      at,
      word: date ? date.words : spoken[at].text,
      terms: date && date.from < date.to ? [] : [term],
      dates: date ? date.tokens : [],
      open: open && place === last,
      quote: quotes.findIndex(([from, to]) => from <= start && start < to) + 1,
    });
  }
  return list;
}

const wordsOfDate = (date, analyzer) => analyzer.tokens(date.word).filter(({ stop }) => !stop)
  .map(({ term, at }) => ({ at: date.at + at, word: term, terms: [term], dates: [], open: false, quote: date.quote }));

const bulk = (list) => list.reduce((sum, [known]) => sum + known.bulk, 0);

function commonFirst(list, most, share) {
  const ordered = list.sort((a, b) => b.bulk - a.bulk || compare(a.term, b.term));
  return ordered.slice(0, most).map((known) => [known, share]);
}

async function endings(shelf, start, share) {
  if (letters(start) < 2 || startsWithDigit(start)) return [];
  return commonFirst(await shelf.wordsLike(skeleton(start), MOST_FILES, (term) => term.startsWith(start)), MOST_ENDINGS, share);
}

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
    if (found.length) return commonFirst(found, MOST_SLIPS, 0.75);
  }
  return [];
}

// Words of the same root and other spellings, as far as they lie in the same file.
async function kin(shelf, { terms, word, open }, known) {
  const term = terms.at(-1) ?? '';
  const count = letters(term);
  if (count < SHORTEST_SLIP || startsWithDigit(term) || term[0] === '@') return [];
  const root = first(term, Math.max(SHORTEST_SLIP, count - 2));
  const alike = await shelf.wordsLike(skeleton(term), 1, (other) => !known.some(([one]) => one.term === other)
    && (other.startsWith(root) || near(term, other) || (open && near(word, first(other, letters(word) + 1)))));
  return commonFirst(alike.filter(({ file }) => !file), MOST_KIN, 1).map(([one]) => one);
}

// { concept, words: [[known, share]], kin, how }
async function resolve(shelf, concept, literal) {
  const { word, terms, open } = concept;
  const exact = await Promise.all([...concept.dates, ...terms].map((term) => shelf.word(term)));
  const resolved = { concept, words: exact.filter((known) => known).map((known) => [known, 1]), kin: [], how: '' };
  if (literal) return resolved;
  const term = terms.at(-1) ?? '';
  if (resolved.words.length) {
    if (open) {
      const longer = await endings(shelf, word, 0.8);
      if (term !== word || bulk(longer) > OUTWEIGHED * bulk(resolved.words)) {
        resolved.words.push(...longer.filter(([one]) => !resolved.words.some(([known]) => known.term === one.term)));
      }
    }
    resolved.kin = await kin(shelf, concept, resolved.words);
    return resolved;
  }
  if (!word || startsWithDigit(word)) return resolved;
  const ways = [['start', () => endings(shelf, word, 0.85)], ['typo', () => slips(shelf, term, word)]];
  if (!open) ways.reverse();
  for (let cut = 1; cut <= 3 && letters(word) >= cut + 4; cut += 1) {
    ways.push(['beginning', () => endings(shelf, first(word, letters(word) - cut), 0.5)]);
  }
  for (const [how, find] of ways) {
    resolved.words = await find();
    resolved.how = how;
    if (how === 'start' && resolved.words.length) resolved.kin = await kin(shelf, concept, resolved.words);
    if (resolved.words.length) break;
  }
  return resolved;
}

async function asItStands(shelf, analyzer, query, today, literal) {
  const understood = { concepts: [], asked: false, told: [], guessed: [] };
  const asked = concepts(query, analyzer, today);
  understood.asked = asked.length > 0;
  const groups = await Promise.all(asked.map(async (concept) => {
    const resolved = await resolve(shelf, concept, literal);
    if (resolved.words.length || !concept.dates.length) return [resolved];
    return Promise.all(wordsOfDate(concept, analyzer).map((word) => resolve(shelf, word, true)));
  }));
  for (const resolved of groups.flat()) {
    const { concept: { word }, words: [best], how } = resolved;
    if (!best) {
      tell(understood, 'unknown', word, '');
      continue;
    }
    if (how === 'typo' || how === 'beginning') understood.guessed.push([how, word, best[0].term]);
    understood.concepts.push(resolved);
  }
  tellEveryday(understood);
  return understood;
}

// Says what everyday phrases of the query were taken for: those of which it has all the words.
function tellEveryday(understood) {
  const { concepts: list } = understood;
  const terms = list.filter(({ how }) => !how).map(({ words: [[{ term }]], concept: { word } }) => [term, word]);
  for (const [phrase, shown] of list.flatMap(({ words: [[known]] }) => known.shown)) {
    const parts = phrase.split(' ');
    if (!parts.every((part) => terms.some(([term]) => term === part))) continue;
    tell(understood, 'everyday', terms.filter(([term]) => parts.includes(term)).map(([, word]) => word).join(' '), shown);
  }
}

/** Adds something to be said about how the query was read. */
export function tell({ told }, how, from, to) {
  if (!told.some((one) => one.how === how && one.from === from && one.to === to)) told.push({ how, from, to });
}

/** Understands a query: as it stands, or as typed in the other keyboard layout. */
export async function understand(shelf, analyzer, text, today, literal) {
  const query = first(text, LONGEST_QUERY);
  const other = literal ? null : layout(query);
  if (other) {
    const latin = concepts(query, analyzer, today).filter(({ word }) => /[a-z]/i.test(word));
    const exact = await Promise.all(latin.map(({ terms }) => Promise.all(terms.map((term) => shelf.word(term)))));
    if (exact.some((found) => !found.some((known) => known))) {
      const understood = await asItStands(shelf, analyzer, other, today, false);
      tell(understood, 'layout', query, other);
      return understood;
    }
  }
  const understood = await asItStands(shelf, analyzer, query, today, literal);
  if (!understood.concepts.length && other) {
    const swapped = await asItStands(shelf, analyzer, other, today, true);
    if (swapped.concepts.length) {
      tell(swapped, 'layout', query, other);
      return swapped;
    }
  }
  return understood;
}

/** Terms to be marked in the texts of results. */
export function termsOf({ concepts: list }) {
  const terms = list.flatMap((concept) => concept.words.map(([{ term }]) => term)).filter((term) => term[0] !== '@');
  return [...new Set(terms)].sort(compare).slice(0, MOST_TERMS);
}

/** What is to be said; a guessed word is shown as the results have it, because the index knows only stems. */
export function interpretations(understood, results, analyzer) {
  const texts = results.flatMap(({ title, note, text }) => [title, note, text]);
  for (const [how, from, term] of understood.guessed) {
    let to = term;
    for (const text of texts) {
      const token = analyzer.tokens(text).find((one) => one.term === term);
      if (token) {
        to = text.slice(token.start, token.end).toLowerCase();
        break;
      }
    }
    tell(understood, how, from, to);
  }
  return understood.told;
}
