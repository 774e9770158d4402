// Refining a search. A chunk: loaded when the panel is opened or something is chosen. Every group of the panel stands in
// the template; here it gets its checkboxes, which belong to the form of the search, so that the form holds the whole
// state.

import { part } from './dom.js';
import { el } from './element.js';

// A country has thousands of municipalities: the rest is reached by choosing a region, or by words.
const MOST_OPTIONS = 200;

/** Fills the groups with counted options. A choice with nothing left is kept, so that it can be taken back. */
export function fillGroups(groups, facets, chosenOf) {
  const { id } = document.activeElement;
  for (const group of groups) {
    const name = group.dataset.facet;
    const options = facets[name] ?? [];
    const kept = chosenOf(name).map((code) => options.find(({ value }) => `${value}` === code) ?? { value: code, label: code });
    const all = new Set([...options.slice(0, MOST_OPTIONS), ...kept]);
    group.hidden = !all.size;
    group.querySelector('ul').replaceChildren(...[...all].map((option) => {
      const { value, label, count = '' } = option;
      const box = el('input', { type: 'checkbox', form: 'search', name, value, id: `${name}-${value}` });
      box.checked = kept.includes(option);
      return el('li', {}, el('label', { class: 'facet-option' }, box, el('span', {}, label), el('span', { class: 'facet-count' }, count)));
    }));
  }
  part('region-first').hidden = !facets.region || !!facets.vid;
  document.getElementById(id)?.focus();
}

/** Shows what is chosen, each with a way to take it back. */
export function showChips(form, query) {
  const boxes = [...form.elements].filter((box) => box.checked);
  part('chips').replaceChildren(...boxes.map((box) => {
    const text = box.nextSibling.textContent;
    const chip = el('button', { type: 'button', class: 'tag-link', 'aria-label': `Убрать: ${text}` }, `${text} ×`);
    chip.onclick = () => {
      form.q.focus();
      box.click();
    };
    return el('li', {}, chip);
  }));
  part('reset').hidden = !boxes[0];
  part('reset').href = `?${new URLSearchParams({ q: query })}`;
}
