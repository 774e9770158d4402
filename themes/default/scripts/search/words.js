// Text → folded words with their places.

import { swap } from './letters.js';

const TRULY_LATIN = /^(http|max|pc)$/;
const FRACTION = { '¼': '1/4', '½': '1/2', '¾': '3/4' };

function toCyrillic(word, capitals) {
  const russian = /[а-я]/.test(word);
  const abbreviation = capitals && /^[abcehkmoptxy]{2,}$/.test(word) && !TRULY_LATIN.test(word);
  return russian || abbreviation ? swap(word, 'abcehkmoptxy', 'авсенкмортху') : word;
}

// Folded words with their places: [{ text, start, end }].
export function words(text) {
  const found = [];
  let kind = 0; // 1 letters, 2 digits
  let word;
  let capitals;
  let at = 0;
  const finish = () => {
    if (kind === 1) word.text = toCyrillic(word.text, capitals);
    if (kind) found.push(word);
    kind = 0;
  };
  const add = (next, folded) => {
    if (kind !== next) {
      finish();
      kind = next;
      word = { text: '', start: at, end: at };
      capitals = true;
    }
    word.text += folded;
  };
  for (const c of text) {
    const end = at + c.length;
    if (/[0-9]/.test(c)) add(2, c);
    else if (FRACTION[c]) {
      finish();
      add(2, FRACTION[c]);
    } else if (/[\u0300-\u036f\u00ad\ufeff\u2060\u200b-\u200d]/.test(c)) {
      // U+0306 makes «й» of an «и» before it; the others mean nothing.
      if (c === '\u0306' && kind && word.text.endsWith('и')) word.text = word.text.slice(0, -1) + 'й';
    } else if (/\p{Alphabetic}/u.test(c)) {
      const [small] = c.toLowerCase();
      add(1, small === 'ё' ? 'е' : small);
      capitals &&= /\p{Uppercase}/u.test(c);
    } else if (c === '/' && kind === 2 && word.text.length !== 4 && /[0-9]/.test(text[end] ?? '')) word.text += c;
    else finish();
    if (kind) word.end = end;
    at = end;
  }
  finish();
  return found;
}
