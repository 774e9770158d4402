// «Моя школа»: one school that the reader's browser remembers. Its page has the button, the home page a card, the page
// «Моя школа» what matters now, read from the school's own page.

import { ownDay } from '../view/day.js';
import { button, pageAt, say } from './make.js';
import { el } from '../search/element.js';
import { keep } from '../view/keep.js';
import { SCHOOL, VIEW, show, siteRoot, stored } from '../view/state.js';

const NEXT = 3;
/** Only pages of schools of this portal are ever asked for, whatever is stored. */
const PATH = /^([a-z0-9-]+\/){1,2}shkoly\/[a-z0-9-]+\/$/;

const part = (name) => document.querySelector(`[data-part=${name}]`);
const pathOf = (address) => new URL(address, location.href).pathname.slice(siteRoot.pathname.length).replace(/index\.html$/, '');

/** The remembered school: { path, name, lean }, the path from the root of the portal. */
function remembered() {
  const school = stored(SCHOOL);
  return PATH.test(school.path) ? school : null;
}

function remember(school) {
  keep(SCHOOL, school);
  show(stored(VIEW));
}

const forgetButton = (after) => button('quiet-button', 'Забыть', () => {
  remember({});
  say('Школа забыта.');
  after();
});

const link = (path, words) => el('a', { href: new URL(path, siteRoot).href }, words);
const row = (...links) => el('ul', { class: 'link-list link-list--row' }, ...links.map((one) => el('li', {}, one)));
// In a whole country schools have no calendars of their own.
const calendar = (school) => (school.lean
  ? link(`${school.path.replace(/shkoly\/.*$/, '')}kalendar.ics`, 'Календарь района')
  : link(`${school.path}kalendar.ics`, 'Календарь школы'));

/** The button on the page of a school. */
function offer(place) {
  const school = { path: pathOf('./'), name: document.querySelector('main h1').textContent.trim(), lean: document.body.classList.contains('compact') };
  const told = el('span', { class: 'meta-line', role: 'status' });
  const isMine = () => remembered()?.path === school.path;
  const words = () => (isMine() ? 'Забыть мою школу' : 'Запомнить мою школу');
  const own = button('button', words(), () => {
    const wanted = !isMine();
    remember(wanted ? school : {});
    own.textContent = words();
    told.textContent = wanted === isMine() ? (wanted ? 'Запомнили: школа стоит в меню и на главной странице.' : 'Школа забыта.') : 'Браузер не хранит настройки сайтов, поэтому запомнить школу нельзя.';
  });
  addEventListener('storage', () => { own.textContent = words(); });
  place.append(own, ' ', told);
}

/** The card on the home page. */
function card(place, school) {
  const forget = forgetButton(() => (place.replaceChildren(), document.querySelector('main').focus()));
  place.append(
    el('h2', {}, 'Моя школа: ', link(school.path, school.name)),
    row(link('moya-shkola/', 'Куратор и ближайшие сроки'), calendar(school), forget),
  );
}

/** Events of a school's page whose time is not over, soonest first. */
function next(page) {
  const today = ownDay();
  const days = (event) => [...event.querySelectorAll('time')].map(({ dateTime }) => dateTime).filter((day) => /^\d{4}/.test(day));
  // The end of «2026-04» comes after all its days.
  const events = [...page.querySelectorAll('section:not([data-part=next]) > .event-list > li')].map((event) => ({ event, days: days(event) }));
  return events.filter(({ days }) => days.length && `${days.at(-1)}~` >= today)
    .sort((a, b) => (a.days.at(-1) < b.days.at(-1) ? -1 : 1)).slice(0, NEXT).map(({ event }) => event);
}

/** What matters of the school now. */
async function ownPage(place, school) {
  const address = new URL(school.path, siteRoot);
  const page = await pageAt(address);
  for (const one of page.querySelectorAll('main a[href]')) one.href = new URL(one.getAttribute('href'), address).href;
  const title = `Моя школа: ${school.name}`;
  const found = (name) => page.querySelector(`[data-part=${name}]`) ?? '';
  const soon = next(page);
  const dates = soon.length ? el('ul', { class: 'event-list' }, ...soon) : el('p', { class: 'empty' }, 'Мероприятий с будущим сроком на странице школы нет.');
  document.title = title;
  place.replaceChildren(
    el('h1', { class: 'page-title' }, title),
    found('sentence'),
    el('p', {}, el('a', { class: 'button', href: address.href }, 'Страница школы')),
    el('section', { 'aria-labelledby': 'blizhayshie' }, el('h2', { id: 'blizhayshie' }, 'Ближайшие сроки'), dates),
    found('who'),
    row(calendar(school), forgetButton(() => location.reload())),
  );
}

const school = remembered();
if (part('remember')) offer(part('remember'));
if (school && part('own-school')) card(part('own-school'), school);
if (school && part('my-school')) ownPage(part('my-school'), school).catch(() => {
  const gone = `Страницу школы «${school.name}» сейчас открыть не удалось.`;
  part('my-school').append(el('p', { class: 'alert alert--warning', role: 'alert' }, gone, ' ', forgetButton(() => location.reload())));
});
