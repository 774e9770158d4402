// What reading a query and guessing at its unknown words share.

import { compare, letters, skeleton } from './letters.js';

const MOST_ENDINGS = 24;
const MOST_FILES = 3;

/** Numbers are neither half typed nor mistyped. */
export const startsWithDigit = (word) => /^[0-9]/.test(word);

/** The term of the word itself; before it stands that of a number joined with its letters. */
export const termOf = ({ terms }) => terms[terms.length - 1] ?? '';

/** The commonest words of a list. */
export const commonFirst = (list, most) => list.sort((a, b) => b.bulk - a.bulk || compare(a.term, b.term)).slice(0, most);

/** The commonest words that begin so. */
export async function endings(shelf, start) {
  if (letters(start) < 2 || startsWithDigit(start)) return [];
  return commonFirst(await shelf.wordsLike(skeleton(start), MOST_FILES, (term) => term.startsWith(start)), MOST_ENDINGS);
}

/** Adds something to be said about how a query was read. */
export function tell({ told }, how, from, to) {
  if (!told.some((one) => one.how === how && one.from === from && one.to === to)) told.push({ how, from, to });
}
