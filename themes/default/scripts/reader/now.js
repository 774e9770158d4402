// A page speaks of the day of its data. For readers of another day the mark «сейчас» goes to their month, times that have
// passed since are noted, and old data are called old. Nothing that the page says is taken back.

import { ownDay } from '../view/day.js';
import { el } from '../search/element.js';

const OLD = 45;
const DAY = 86_400_000;

const stamp = document.querySelector('[data-part=stamp]');
const today = ownDay();
const age = Math.round((new Date(today) - new Date(stamp.querySelector('time').dateTime)) / DAY);

if (age > OLD) stamp.append(el('strong', {}, ` С этого дня прошло больше ${OLD} дней: что-то могло измениться.`));

// Months: each leads to its page, `…/2026/11/`.
const months = [...document.querySelectorAll('.month-list > li')];
const isNow = (month) => month.querySelector('a')?.pathname.endsWith(`/${today.slice(0, 7).replace('-', '/')}/`);
const marked = months.find((month) => month.ariaCurrent);
const now = months.find(isNow);
if (marked !== now) {
  const tag = marked?.querySelector('h2 > .tag');
  marked?.removeAttribute('aria-current');
  tag?.remove();
  now?.setAttribute('aria-current', 'date');
  now?.querySelector('h2')?.append(' ', el('span', { class: 'tag' }, `сейчас`));
  const said = document.querySelector('[data-part=now-month]');
  if (said) said.hidden = !now;
  if (said && now) said.querySelector('a').replaceWith(now.querySelector('a').cloneNode(true));
}

// Times: only plain days and months, nothing that comes back.
const onlyEvent = document.querySelector('[data-part=permalink]') && document.querySelector('main');
for (const status of document.querySelectorAll('main :is(.status--ahead, .status--underway)')) {
  const deadline = (status.closest('.event, li') ?? onlyEvent)?.querySelector('.deadline:not([data-every])');
  const last = [...deadline?.querySelectorAll('time') ?? []].at(-1)?.dateTime;
  if (last && /^(day|month|until)/.test(deadline.dataset.kind) && `${last}~` < today) status.after(el('span', { class: 'meta-line' }, ` к сегодняшнему дню срок прошёл`));
}
