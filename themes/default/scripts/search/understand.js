// From a query to words of the index; the counterpart of src/search/query/{parse,resolve,understand}.rs.

import { commonFirst, endings, startsWithDigit, tell, termOf } from './common.js';
import { compare, first, letters, near, skeleton } from './letters.js';
import { words } from './words.js';

const LONGEST_QUERY = 200;
const MOST_KIN = 8;
const SHORTEST = 5;
const MOST_TERMS = 60;
/** Every date has a word that begins so, and little else has: what needs dates.js. */
export const CALENDAR = /^(?:\d|янв|фев|март|апр|ма[йяюеь]|ию[нл]|авг|сент|окт|ноя|дек|весн|лет[оа]|осен|зимо|вчера$|сегодня$|завтра$|году?$|месяце?$|квартал|полугод)/;

const guesses = () => import('./guesses.js');

/** Concepts of a query: { at, word, terms, dates, open, quote }. */
async function concepts(query, analyzer, today) {
  const tokens = analyzer.tokens(query);
  const spoken = words(query);
  const found = spoken.some(({ text }) => CALENDAR.test(text)) ? (await import('./dates.js')).dates(query, today) : [];
  const quotes = /["«„“]/.test(query) ? (await guesses()).quotations(query) : [];
  const open = !/[\s"»“.]$/.test(query);
  const allStop = tokens.every(({ stop }) => stop);
  const list = [];
  for (const { term, at: place, start, stop } of tokens) {
    const date = found.find(({ from, to }) => from <= place && place <= to);
    const at = date ? date.from : place;
    if (!date && stop && !allStop) continue;
    const same = list.find((concept) => concept.at === at);
    if (!same) {
      list.push({
        at,
        word: date ? date.words : spoken[at].text,
        terms: date && date.from < date.to ? [] : [term],
        dates: date ? date.tokens : [],
        open: open && place === spoken.length - 1,
        quote: quotes.findIndex(([from, to]) => from <= start && start < to) + 1,
      });
    } else if (!date) same.terms.unshift(term);
  }
  return list;
}

const bulkOf = (list) => list.reduce((sum, { bulk }) => sum + bulk, 0);

// Words of the same root and other spellings, as far as they lie in the same file.
async function kin(shelf, concept, known) {
  const term = termOf(concept);
  const count = letters(term);
  if (count < SHORTEST || startsWithDigit(term)) return [];
  const { word, open } = concept;
  const root = first(term, Math.max(SHORTEST, count - 2));
  const alike = await shelf.wordsLike(skeleton(term), 1, (other) => !known.some((one) => one.term === other)
    && (other.startsWith(root) || near(term, other) || (open && near(word, first(other, letters(word) + 1)))));
  return commonFirst(alike.filter(({ file }) => !file), MOST_KIN);
}

// { concept, words: [[known, share]], kin, how }
async function resolve(shelf, concept, literal) {
  const { word, open } = concept;
  const resolved = { concept, words: [], kin: [], how: '' };
  const take = (list, share) => resolved.words.push(...list.map((known) => [known, share]));
  const [begun, ...asked] = await Promise.all([
    open && !literal ? endings(shelf, word) : [],
    ...[...concept.dates, ...concept.terms].map((term) => shelf.word(term)),
  ]);
  const exact = asked.filter((known) => known);
  take(exact, 1);
  if (literal) return resolved;
  if (exact.length) {
    const isBeginning = termOf(concept) !== word || bulkOf(begun) > bulkOf(exact);
    const longer = isBeginning ? begun.filter(({ term }) => !exact.some((known) => known.term === term)) : [];
    take(longer, 0.8);
    resolved.kin = await kin(shelf, concept, [...exact, ...longer]);
    return resolved;
  }
  if (!word || startsWithDigit(word)) return resolved;
  if (begun.length) {
    take(begun, 0.85);
    resolved.how = 'start';
    resolved.kin = await kin(shelf, concept, begun);
    return resolved;
  }
  const guess = await (await guesses()).guess(shelf, concept);
  take(guess.found, guess.share);
  resolved.how = guess.how;
  if (guess.how === 'start') resolved.kin = await kin(shelf, concept, guess.found);
  return resolved;
}

async function asItStands(shelf, analyzer, query, today, literal) {
  const asked = await concepts(query, analyzer, today);
  const understood = { concepts: [], asked: asked.length > 0, told: [], guessed: [] };
  const groups = await Promise.all(asked.map(async (concept) => {
    const resolved = await resolve(shelf, concept, literal);
    if (resolved.words.length || !concept.dates.length) return [resolved];
    const { wordsOfDate } = await import('./dates.js');
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

/** Understands a query: as it stands, or as typed in the other keyboard layout. */
export async function understand(shelf, analyzer, text, today, literal) {
  const query = first(text, LONGEST_QUERY);
  const read = (asked, isLiteral) => asItStands(shelf, analyzer, asked, today, isLiteral);
  const told = (understood, other) => {
    tell(understood, 'layout', query, other);
    return understood;
  };
  if (!literal && words(query).some((word) => /[a-z]/.test(word.text))) {
    const other = await (await guesses()).meant(shelf, query, await concepts(query, analyzer, today));
    if (other) return told(await read(other, false), other);
  }
  const understood = await read(query, literal);
  if (understood.concepts.length || literal) return understood;
  return (await guesses()).swapped(query, read, told, understood);
}

/** Terms to be marked in the texts of results. */
export function termsOf({ concepts: list }) {
  const terms = list.flatMap((concept) => concept.words.map(([{ term }]) => term)).filter((term) => term[0] !== '@');
  return [...new Set(terms)].sort(compare).slice(0, MOST_TERMS);
}
