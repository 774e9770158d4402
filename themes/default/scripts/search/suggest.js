// Suggestions in a search field outside the page of the search: in the header and on the home page. A chunk. A choice
// leads straight to its page; without one the form leads to the search as it does without scripts.

import { comboBox } from './box.js';
import { siteRoot } from './dom.js';
import { el } from './element.js';
import { offers } from './offers.js';
import { Shelf } from './shelf.js';

const FOLDER = 'poisk/i';

let opened;

/** The names of pages, opened once; a failure is forgotten. */
function names() {
  const read = new Map();
  const load = (path) => {
    if (!read.has(path)) read.set(path, fetch(new URL(path, siteRoot)).then((answer) => answer.json()));
    return read.get(path);
  };
  opened ??= load(`${FOLDER}/root.json`).then((directory) => new Shelf(load, FOLDER, directory));
  opened.catch(() => { opened = null; });
  return opened;
}

/** Lets a field offer pages while its reader types. */
export function suggestIn(input) {
  if (input.role === 'combobox') return;
  const list = el('ul', { class: 'search-hints', id: 'hints', role: 'listbox', 'aria-label': 'Подсказки' });
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', 'hints']]) input.setAttribute(name, value);
  list.hidden = true;
  input.closest('form').querySelector('.search-row')?.append(list);
  if (!list.isConnected) input.after(list);
  const suggest = comboBox(input, list);
  const offer = async () => {
    const typed = input.value.trim();
    const found = typed ? await offers(await names(), typed) : [];
    if (typed === input.value.trim()) suggest(found);
  };
  input.oninput = () => offer().catch(console.warn);
  if (input.value) input.oninput();
}
