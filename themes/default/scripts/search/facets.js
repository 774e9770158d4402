// Refining a search. Every group of the panel stands in the template; here it gets its checkboxes, which belong to
// the form of the search, so that the form holds the whole state.

import { el } from './dom.js';

// A country has thousands of municipalities: the rest is reached by choosing a region, or by words.
const MOST_OPTIONS = 200;

/** The groups of the page; `data-facet` is the name in the address. */
export const facetGroups = document.querySelectorAll('[data-facet]');

/** Fills a group with counted options. A choice with nothing left is kept, so that it can be taken back. */
export function fillGroup(group, facets, chosen) {
  const name = group.dataset.facet;
  const options = facets[name] ?? [];
  const kept = chosen.map((code) => options.find(({ value }) => `${value}` === code) ?? { value: code, label: code });
  const all = new Set([...options.slice(0, MOST_OPTIONS), ...kept]);
  group.hidden = !all.size;
  group.querySelector('ul').replaceChildren(...[...all].map((option) => {
    const { value, label, count = '' } = option;
    const box = el('input', { type: 'checkbox', form: 'search', name, value, id: `${name}-${value}` });
    box.checked = kept.includes(option);
    return el('li', {}, el('label', { class: 'facet-option' }, box, el('span', {}, label), el('span', { class: 'facet-count' }, count)));
  }));
}
