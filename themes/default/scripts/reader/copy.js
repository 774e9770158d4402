// Links to copy: of the page of an event, and of every event of a plan.

import { button, say } from './make.js';
import { el } from '../search/element.js';

const TOLD = 3000;

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

for (const event of document.querySelectorAll('.event[id]')) {
  const number = event.querySelector('.event-number')?.textContent ?? '';
  const address = new URL(`#${event.id}`, location.href.replace(/[?#].*/, '')).href;
  const small = button('quiet-button', el('span', {}, 'Ссылка'), ({ currentTarget }) => copy(address, currentTarget));
  small.append(el('span', { class: 'visually-hidden' }, ` на мероприятие ${number} скопировать`));
  event.querySelector('.event-head')?.append(small);
}
