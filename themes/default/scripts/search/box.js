// The search field with suggestions: a combobox whose focus stays in the field. An option leads to its page. A chunk.

import { line, said, siteRoot } from './dom.js';
import { el } from './element.js';

/** Lets `input` offer suggestions in `list`: returns the function that shows them; none hide the list. */
export function comboBox(input, list) {
  let at;
  const options = list.children;

  function choose(index) {
    // Before the first and after the last option the field itself is chosen.
    const count = options.length + 1;
    at = (index + 1 + count) % count - 1;
    for (const option of options) option.setAttribute('aria-selected', option === options[at]);
    options[at]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[at]?.id ?? '');
  }

  function suggest(hints) {
    // Four options leave room for the results above the keyboard of a phone.
    const shown = document.activeElement === input ? hints.slice(0, innerWidth < 640 ? 4 : 8) : [];
    list.replaceChildren(...shown.map(({ label, kind, place, url }, index) => {
      const option = el('li', { id: `hint${index}`, role: 'option' }, el('span', {}, label), ' ', el('span', { class: 'meta-line' }, line([said('kind', kind)?.textContent, place])));
      option.onclick = () => location.assign(new URL(url, siteRoot));
      return option;
    }));
    list.hidden = !shown.length;
    input.setAttribute('aria-expanded', !list.hidden);
    choose(-1);
  }

  // A press on an option must not take the focus, or the list would close before the click.
  list.onmousedown = (event) => event.preventDefault();
  input.onblur = () => suggest([]);
  input.onkeydown = (event) => {
    const { key } = event;
    if (list.hidden || event.isComposing) return;
    if (key === 'ArrowDown') choose(at + 1);
    else if (key === 'ArrowUp') choose(at - 1);
    else if (key === 'Escape') suggest([]);
    else if (at < 0) return;
    else if (key === 'Home') choose(0);
    else if (key === 'End') choose(options.length - 1);
    else if (key === 'Enter') options[at].click();
    else return;
    event.preventDefault();
  };
  return suggest;
}
