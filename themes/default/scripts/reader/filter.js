// A filter above the events of a plan: by words, by state, only with a date. The address repeats the choice, so that it
// can be sent to somebody.

import { button } from './make.js';
import { el } from '../search/element.js';

/** Kinds of deadlines that name days or months; see src/model/plan/deadline.rs. */
const DATED = /^(day|month|until|year-part|mixed)/;
/** Endings that Russian words change by. */
const ENDING = /(?:[иы]ми|[ауияыое]х|[аяоеиы]м|[ое]в|[еоиы]й|[аяоеиыую][яеюй]|[оеи]го|[оеи]му|[аеиоуыэюяьй])$/;
const LONG = 4;
const LONGER = 6;

const simple = (text) => text.toLowerCase().replace(/ё/g, 'е');
/** The beginning that forms of a word share; long words lose one letter more, which often changes: наставник, наставничество. */
function stem(word) {
  const start = word.length > LONG ? word.replace(ENDING, '') : word;
  return start.length > LONGER ? start.slice(0, -1) : start;
}

const place = document.querySelector('[data-part=plan-filter]');
const sections = [...document.querySelectorAll('.plan-section')];
const events = [...document.querySelectorAll('.plan-section > .event')].map((node) => ({
  node,
  text: ` ${simple(node.textContent).replace(/[^a-zа-я0-9]+/g, ' ')}`,
  status: node.className.replace(/.*event--/, ''),
  isDated: DATED.test(node.querySelector('.deadline')?.dataset.kind),
}));

function choice(name, value, words) {
  const box = el('input', { type: 'checkbox', name, value });
  return el('label', { class: 'choice' }, box, el('span', {}, words));
}

/** A checkbox for each state, with the number of its events. */
function states() {
  const counted = new Map();
  for (const { status, node } of events) {
    const known = counted.get(status) ?? { words: node.querySelector('.status')?.textContent ?? status, count: 0 };
    counted.set(status, { ...known, count: known.count + 1 });
  }
  return counted.size < 2 ? [] : [...counted].map(([status, { words, count }]) => choice('status', status, `${words}: ${count}`));
}

const said = el('span', { role: 'status' });
const form = el('form', { role: 'search', 'aria-label': 'Мероприятия этого плана' },
  el('label', { for: 'slova' }, 'Найти в этом плане'),
  el('input', { id: 'slova', name: 'slova', type: 'search', autocomplete: 'off', placeholder: `например, наставник` }),
  el('fieldset', {}, el('legend', { class: 'visually-hidden' }, 'Какие мероприятия показать'), ...states(), choice('data', '1', `только с датой: ${events.filter(({ isDated }) => isDated).length}`)));
const reset = button('quiet-button', 'Показать все', () => {
  form.reset();
  apply();
  form.slova.focus();
});
form.append(el('p', { class: 'plan-filter-said' }, said, reset));

/** Shows the events that fit and says how many. */
function apply() {
  const asked = new FormData(form);
  const stems = simple(form.slova.value).split(/[^a-zа-я0-9]+/).filter(Boolean).map(stem);
  const statuses = asked.getAll('status');
  let shown = 0;
  for (const { node, text, status, isDated } of events) {
    node.hidden = !(stems.every((word) => text.includes(` ${word}`)) && (!statuses.length || statuses.includes(status)) && (isDated || !asked.has('data')));
    shown += !node.hidden;
  }
  for (const section of sections) section.hidden = !section.querySelector('.event:not([hidden])') && !!section.querySelector('.event');
  if (!asked.get('slova')) asked.delete('slova');
  const isAsked = [...asked.keys()].length > 0;
  said.textContent = isAsked ? shown ? `Показано ${shown} из ${events.length}.` : 'Таких мероприятий в плане нет.' : `Всего мероприятий: ${events.length}.`;
  reset.hidden = !isAsked;
  history.replaceState(null, '', `${isAsked ? `?${new URLSearchParams(asked)}` : location.pathname}${location.hash}`);
}

/** A link to an event that the filter hides shows all events again. */
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('[hidden]')) return;
  form.reset();
  apply();
  target.scrollIntoView();
}

const asked = new URLSearchParams(location.search);
form.slova.value = asked.get('slova') ?? '';
for (const box of form.querySelectorAll('[type=checkbox]')) box.checked = asked.getAll(box.name).includes(box.value);
form.oninput = apply;
form.onsubmit = (event) => event.preventDefault();
addEventListener('hashchange', showTarget);
apply();
showTarget();
place.append(form);
