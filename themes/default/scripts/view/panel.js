// The settings of the view: the form of their own page, and its copy in a panel below the header of any other page. A
// choice works at once and is kept.

import { button, pageAt, say } from '../reader/make.js';
import { el } from '../search/element.js';
import { keep } from './keep.js';
import { CHOICES, VIEW, show, stored } from './state.js';

const FORM = 'form[data-part=view]';

/** Brings a form of settings to life. */
export function start(form) {
  const fill = () => {
    const view = stored(VIEW);
    for (const name of CHOICES) form.elements[name].value = view[name] ?? '';
  };
  const choose = (said) => {
    // The form itself is the state, so that a browser that stores nothing shows every choice of this page.
    const view = Object.fromEntries(new FormData(form));
    keep(VIEW, view);
    show(view);
    dispatchEvent(new Event('view'));
    document.activeElement.scrollIntoView({ block: 'nearest' });
    say(said);
  };
  fill();
  form.hidden = false;
  addEventListener('storage', fill);
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = ({ target }) => choose(`${target.closest('fieldset').querySelector('legend').textContent}: ${target.parentNode.textContent}.`);
  form.querySelector('[data-part=view-reset]').onclick = () => {
    form.reset();
    choose('Вид страницы снова обычный.');
  };
}

/** Opens or closes the panel of `opener`; the settings stand at `address`. */
export async function toggle(opener, address) {
  const panel = document.querySelector('#vid') ?? await build(opener, address);
  panel.hidden = !panel.hidden;
  opener.ariaExpanded = String(!panel.hidden);
  (panel.hidden ? opener : panel.querySelector(':checked')).focus();
}

async function build(opener, address) {
  const form = document.adoptNode((await pageAt(address)).querySelector(FORM));
  const close = () => toggle(opener, address);
  const head = el('div', { class: 'view-head' }, el('p', {}, 'Вид страницы'), button('quiet-button', 'Закрыть', close));
  const more = el('p', {}, el('a', { href: address }, 'То же настройками телефона и компьютера'));
  const panel = el('section', { class: 'view-panel', id: 'vid', 'aria-label': 'Вид страницы' }, el('div', { class: 'wrap' }, head, form, more));
  panel.hidden = true;
  panel.onkeydown = ({ key }) => {
    if (key === 'Escape') close();
  };
  start(form);
  document.querySelector('.site-header').after(panel);
  opener.setAttribute('aria-controls', 'vid');
  return panel;
}
