// Suggestions while typing. A chunk: what was found is shown first.

import { words } from './words.js';

const MOST_HINTS = 8;

/** Titles that begin with what is being typed, or have a word that does. */
export async function offers(shelf, typed) {
  const said = words(typed).map(({ text }) => text);
  const longest = said.reduce((known, word) => (word.length > known.length ? word : known), '');
  let names = shelf.directory.offers ?? {};
  let node;
  for (let depth = 1; depth <= longest.length && names[longest.slice(0, depth)]; depth += 1) {
    node = await shelf.file(`s/${names[longest.slice(0, depth)]}`);
    names = node.n ?? {};
  }
  const fits = ([label]) => {
    const spoken = words(label).map(({ text }) => text);
    return said.every((word) => spoken.some((one) => one.startsWith(word)));
  };
  return (node?.o ?? []).filter(fits).slice(0, MOST_HINTS).map(([label, kind, url, place]) => ({ label, kind, url, place }));
}
