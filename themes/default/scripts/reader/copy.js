// Links to copy: of the page of an event, and of every event of a plan.

import { button, say } from './make.js';
import { el } from '../search/element.js';

const TOLD = 3000;

const SVG = 'http://www.w3.org/2000/svg';
const CHAIN = 'M6.5 9.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M9.5 6.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1';

/** Copies an address; where the browser forbids that, shows it ready to be copied by hand. */
async function copy(address, pressed) {
  try {
    await navigator.clipboard.writeText(address);
    const words = pressed.querySelector('span') ?? pressed;
    const before = words.textContent;
    words.textContent = 'Скопировано';
    pressed.classList.add('told');
    say('Ссылка скопирована.');
    setTimeout(() => (pressed.classList.remove('told'), words.textContent = before), TOLD);
  } catch {
    const field = el('input', { class: 'copied-address', readonly: '', value: address, 'aria-label': 'Ссылка, скопируйте её отсюда' });
    pressed.after(field);
    pressed.hidden = true;
    field.select();
    field.focus();
  }
}

for (const link of document.querySelectorAll('[data-part=permalink]')) {
  const { href } = link;
  const share = () => navigator.share({ title: document.title, url: href }).catch(() => {});
  const shared = navigator.share ? [' ', button('quiet-button', 'Поделиться', share)] : [];
  link.after(' ', button('quiet-button', 'Скопировать ссылку', ({ currentTarget }) => copy(href, currentTarget)), ...shared);
}

/** A chain, which alone stands on a narrow screen. */
function chain() {
  const picture = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'status-icon' })) picture.setAttribute(name, value);
  for (const [name, value] of Object.entries({ d: CHAIN, fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round' })) path.setAttribute(name, value);
  picture.append(path);
  return picture;
}

for (const event of document.querySelectorAll('.event[id]')) {
  const number = event.querySelector('.event-number')?.textContent ?? '';
  const address = new URL(`#${event.id}`, location.href.replace(/[?#].*/, '')).href;
  const small = button('quiet-button', el('span', {}, 'Ссылка'), ({ currentTarget }) => copy(address, currentTarget));
  small.prepend(chain());
  small.append(el('span', { class: 'visually-hidden' }, ` на мероприятие ${number} скопировать`));
  event.querySelector('.event-head')?.append(small);
}
