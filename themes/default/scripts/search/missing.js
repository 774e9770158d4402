// The page for unknown addresses: what the words of the address may have meant. A chunk.

import { part, siteRoot } from './dom.js';
import { resultItem } from './results.js';

// Latin letters of addresses as src/text/slug.rs writes them; «ts» before «k» is two letters: «irkutskaya».
const PAIRS = { shch: 'щ', kh: 'х', zh: 'ж', ts: 'ц', ch: 'ч', sh: 'ш', yu: 'ю', ya: 'я' };
const LATIN = 'abvgdezijklmnoprstufhcwq';
const CYRILLIC = 'абвгдезийклмнопрстуфхцвк';

/** «zhigalovskiy» → «жигаловский»; «y» is й after a vowel and ы after a consonant. */
export const cyrillic = (latin) => latin.toLowerCase()
  .replace(/shch|[kzcs]h|ts(?!k)|y[ua]/g, (letters) => PAIRS[letters])
  .replace(/[a-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter)
  .replace(/([аеиоуюя])y/g, '$1й')
  .replace(/yy/g, 'ый')
  .replace(/y/g, 'ы');

/** Words of each part of a path without the number of the region, outermost first. Badly encoded parts say nothing. */
export function pathWords(path) {
  try {
    return decodeURIComponent(path).replace(/^\d+-|\.html?$/g, '').split('/')
      .map((words) => words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/[a-z]{3,}/gi, cyrillic)).filter(Boolean);
  } catch {
    return [];
  }
}

/** Fills the field with the words of the address and the list with what is near to them. */
export async function missingPage(engine) {
  const words = pathWords(location.pathname.slice(siteRoot.pathname.length));
  const query = words.join(' ').slice(0, 200);
  if (!query) return;
  document.querySelector('#q').value = query;
  const hints = await Promise.all(words.slice(-3).reverse().map((said) => engine.suggest(said)));
  const { results, terms } = await engine.search(query, { limit: 5 });
  const near = hints.flatMap((found) => found.slice(0, 2)).map((hint) => ({ ...hint, title: hint.label, municipality: hint.place }));
  const byUrl = new Map([...near, ...results].map((result) => [result.url, result]));
  part('near').append(...[...byUrl.values()].map((result) => resultItem(result, { terms }, engine)));
  part('near').parentNode.hidden = !byUrl.size;
  // Who already walks the page by keyboard does not lose sight of where they are.
  document.activeElement.scrollIntoView({ block: 'nearest' });
}
