// Every deadline on every page says what kind of time it is; where it can be
// put in a calendar, it carries real dates.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteDir } from './config.mjs';
import { Failures } from './failures.mjs';
import { contains, hasClass } from './html.mjs';
import { Site } from './site.mjs';

const DATED = ['day', 'day-range', 'month', 'month-range', 'month-list', 'year-part', 'until'];
const UNDATED = ['within-year', 'open-ended', 'recurring', 'continuous', 'by-schedule', 'conditional', 'mixed', 'unknown'];
const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

test('deadlines have a known kind and, where dated, valid dates', () => {
  const site = new Site(siteDir);
  const failures = new Failures();
  const counts = {};
  for (const file of site.htmlFiles) {
    const elements = site.elements(file);
    const times = elements.filter(({ name }) => name === 'time');
    for (const time of times) {
      const value = time.attrs.datetime ?? '';
      if (/^\d{4}-\d{2}/.test(value) && !isDate(value.slice(0, 10))) failures.add(`${file}:${time.line}`, `no such date: ${value}`, time.source);
    }
    for (const element of elements) {
      if (!hasClass(element, 'deadline')) continue;
      const kind = element.attrs['data-kind'];
      const at = `${file}:${element.line}`;
      if (kind === undefined) { failures.add(at, '.deadline without data-kind', element.source); continue; }
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (!DATED.includes(kind) && !UNDATED.includes(kind)) failures.add(at, `unknown kind «${kind}»`, element.source);
      if (element.text.trim() === '') failures.add(at, 'a deadline without words', element.source);
      if (!DATED.includes(kind)) continue;
      const own = (element.name === 'time' ? [element] : []).concat(times.filter((time) => contains(element, time)));
      if (own.length === 0) failures.add(at, `kind «${kind}» without <time datetime>`, element.source);
      for (const time of own) {
        if (!isDate(time.attrs.datetime ?? '')) failures.add(at, `<time datetime="${time.attrs.datetime ?? ''}"> is not YYYY-MM or YYYY-MM-DD`, time.source);
      }
      const order = own.map((time) => time.attrs.datetime ?? '');
      if (kind.endsWith('-range') && order.length === 2 && order[0] > order[1]) failures.add(at, `${order[0]} is after ${order[1]}`, element.source);
    }
  }
  console.log(`  deadlines: ${Object.entries(counts).sort().map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  assert.notEqual(Object.keys(counts).length, 0, 'no .deadline[data-kind] on any page');
  failures.report();
});

function isDate(text) {
  const match = ISO.exec(text);
  if (!match) return false;
  const [, year, month, day = '01'] = match;
  const date = new Date(Date.UTC(+year, +month - 1, +day));
  return date.getUTCMonth() === +month - 1 && date.getUTCDate() === +day;
}
