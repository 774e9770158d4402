// Letters and likeness of words; the counterpart of src/search/analysis, as are words.js, stem.js, analysis.js, dates.js
// and guesses.js. tests/search/vectors.json holds them together.

/** Letters of one alphabet as those of the other with the same number. */
export const swap = (text, from, to) => text.replace(/[^]/g, (c) => to[from.indexOf(c)] ?? c);

/** How many letters a word has. */
export const letters = (word) => [...word].length;

/** The first letters of a word. */
export const first = (word, count) => [...word].slice(0, count).join('');

/** Order of texts by their letters, as Rust has it. */
export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// Exactly one letter more, less or another, or two neighbours swapped.
export function near(a, b) {
  const [short, long] = [[...a], [...b]].sort((one, other) => one.length - other.length);
  const same = long.findIndex((letter, at) => letter !== short[at]);
  if (same < 0) return false;
  const rest = (letters, from) => letters.slice(same + from).join('');
  if (long.length > short.length) return rest(short, 0) === rest(long, 1);
  return rest(short, 1) === rest(long, 1) || (short[same] === long[same + 1] && short[same + 1] === long[same] && rest(short, 2) === rest(long, 2));
}

// What is left of a term when letters often confused count as one; shards are cut by it.
export function skeleton(term) {
  return term.replace(/[ьъ]/g, '').replace(/о/g, 'а').replace(/[еэяый]/g, 'и').replace(/ю/g, 'у').replace(/([^0-9])\1+/gu, '$1');
}
