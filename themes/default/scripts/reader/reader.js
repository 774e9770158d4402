// Brings to life what one reader may want of a page. Every part is asked for when the page has a use for it; without
// them the page is complete.

import { ownDay } from '../view/day.js';
import { VIEW, root, show, stored } from '../view/state.js';

/** The bar of a phone's browser takes the colour of the paper that was chosen. */
function colourBar() {
  const paper = root.dataset.colors && getComputedStyle(root).getPropertyValue('--paper');
  for (const meta of document.querySelectorAll('[name=theme-color]')) {
    meta.dataset.own ??= meta.content;
    meta.content = paper || meta.dataset.own;
  }
}

/** The link to the settings becomes a button that opens them; where that fails it leads there as before. */
function opener(link) {
  const button = document.createElement('button');
  for (const name of ['class', 'aria-label']) button.setAttribute(name, link.getAttribute(name));
  button.type = 'button';
  button.ariaExpanded = 'false';
  button.append(...link.childNodes);
  button.onclick = () => import('../view/panel.js').then(({ toggle }) => toggle(button, link.href)).catch(() => location.assign(link.href));
  link.replaceWith(button);
}

/** Calls `load` with the first element of the page that it is for. */
async function bring(selector, load) {
  const found = document.querySelector(selector);
  if (found) await load(found);
}

// Another tab has chosen, or the panel of this one.
addEventListener('storage', () => (show(stored(VIEW)), colourBar()));
addEventListener('view', colourBar);

/** Nothing here is what the page was opened for, so it waits until that is on the screen. */
function start() {
  colourBar();
  const brought = [
    bring('a.view-link:not([aria-current])', opener),
    bring('form[data-part=view]', (form) => import('../view/panel.js').then(({ start: fill }) => fill(form))),
    bring('[data-part=permalink], .event[id]', () => import('./copy.js')),
    bring('[data-part=remember], [data-part=own-school], [data-part=my-school]', () => import('./school.js')),
    bring('[data-part=plan-filter]', () => import('./filter.js')),
    bring('main img[alt]', () => import('./pictures.js')),
    // A page speaks of the day of its data; what depends on the day is put right for readers of another day.
    bring('[data-part=stamp] time', ({ dateTime }) => dateTime === ownDay() || import('./now.js')),
  ];
  for (const part of brought) part.catch(console.warn);
}

(self.requestIdleCallback ?? setTimeout)(start);

addEventListener('focusin', ({ target }) => {
  if (target.name !== 'q' || !target.closest('[data-suggest]')) return;
  import('../search/suggest.js').then(({ suggestIn }) => suggestIn(target)).catch(console.warn);
});
