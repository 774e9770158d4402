// Dates of a query. A chunk: loaded when the query has a number or a word of the calendar.

import { words } from './words.js';

const MONTH = /^(?:(январ|феврал|апрел|ма|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|ю|е|ем|й)|(март|август)(?:|а|у|ом|ь|я|ю|е|ем|й)|(янв|фев|апр|июн|июл|авг|сент|окт|нояб|дек))$/;
const MONTHS = 'янв фев мар апр ма июн июл авг сен окт ноя дек'.split(' ');
const SEASONS = [[/^весн(?:[аыеу]|о[йю])$/, [3, 4, 5]], [/^лет(?:[оа]|ом)$/, [6, 7, 8]], [/^осен(?:[ьи]|ью)$/, [9, 10, 11]], [/^зимо[йю]$/, [12, 1, 2]]];
const ORDINALS = [/^(?:1|i)$|^перв/, /^(?:2|ii)$|^втор/, /^(?:3|iii)$|^трет/, /^(?:4|iv)$|^четверт/];
const RELATIVE = { вчера: -1, сегодня: 0, завтра: 1, прошлом: -1, прошлый: -1, этом: 0, этот: 0, текущем: 0, текущий: 0, следующем: 1, следующий: 1, будущем: 1 };
const two = (number) => String(number).padStart(2, '0');
const monthTerm = (year, month) => `@${year ? `${year}-` : ''}${two(month)}`;
const dayTerm = (year, month, day) => `${monthTerm(year, month)}-${two(day)}`;
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const isHyphen = (between) => /^\s*[-‐‑–—]\s*$/.test(between);
const monthOf = (word) => MONTH.test(word) && MONTHS.findIndex((begin) => word.startsWith(begin)) + 1;

// Date expressions of a query: [{ from, to (numbers of words), words, tokens }]. `today` is «2026-11-22».
export function dates(text, today) {
  const all = words(text);
  const word = (at) => all[at]?.text ?? '';
  const between = (at) => (all[at + 1] ? text.slice(all[at].end, all[at + 1].start) : '');
  const number = (at, from, to) => (/^[0-9]+$/.test(word(at)) && +word(at) >= from && +word(at) <= to ? +word(at) : null);
  // [year or null, number of the next word]
  const year = (at) => {
    const found = number(at, 1990, 2099);
    return found ? [found, at + (/^(?:гг?|год[ауеы]?|годом)$/.test(word(at + 1)) ? 2 : 1)] : [null, at];
  };

  const ofYear = (at, months) => {
    const [named, next] = year(at);
    return [next, months.map((month) => monthTerm(named, month))];
  };
  const dotted = (at) => {
    const [day, month] = [number(at, 1, 31), number(at + 1, 1, 12)];
    if (!day || !month || between(at) !== '.' || word(at + 1).length !== 2) return null;
    if (between(at + 1) === '.') {
      const [found, next] = year(at + 2);
      if (found) return [next, [dayTerm(found, month, day)]];
      const short = number(at + 2, 0, 99);
      if (short !== null && word(at + 2).length === 2) return [at + 3, [dayTerm(2000 + short, month, day)]];
    }
    return [at + 2, [dayTerm(null, month, day)]];
  };
  const days = (at) => {
    const found = [number(at, 1, 31)];
    if (!found[0]) return null;
    let next = at + 1;
    for (;;) {
      const step = /^(?:и|по)$/.test(word(next)) ? 2 : 1;
      const day = number(next + step - 1, 1, 31);
      if (!day) break;
      const before = found[found.length - 1];
      if (isHyphen(between(next - 1)) || word(next) === 'по') found.push(...range(before + 1, Math.max(day - 1, before)));
      found.push(day);
      next += step;
    }
    const month = monthOf(word(next));
    if (!month) return null;
    const [named, after] = year(next + 1);
    return [after, found.map((day) => dayTerm(named, month, day))];
  };
  const partOfYear = (at) => {
    const part = ORDINALS.findIndex((name) => name.test(word(at)));
    if (part < 0) return null;
    const name = /^(?:й|м|е|го|ое|ый|ом)$/.test(word(at + 1)) ? at + 2 : at + 1;
    const length = word(name).startsWith('квартал') ? 3 : word(name).startsWith('полугоди') && part < 2 ? 6 : 0;
    if (!length) return null;
    return ofYear(name + 1, range(part * length + 1, (part + 1) * length));
  };
  const months = (at) => {
    const first = monthOf(word(at));
    if (!first) return null;
    const second = isHyphen(between(at)) && monthOf(word(at + 1));
    const last = second || first;
    const [named, next] = year(at + (second ? 2 : 1));
    // «ноябрь–январь 2023» begins in 2022.
    const term = (month) => monthTerm(named && named - (first > last && month <= 12), ((month - 1) % 12) + 1);
    return [next, range(first, first + ((last + 12 - first) % 12)).map(term)];
  };
  const season = (at) => {
    const found = SEASONS.find(([name]) => name.test(word(at)));
    return found && ofYear(at + 1, found[1]);
  };
  const relative = (at) => {
    const step = RELATIVE[word(at)];
    if (step === undefined) return null;
    if (/^(?:вчера|сегодня|завтра)$/.test(word(at))) {
      const day = new Date(`${today}T00:00:00Z`);
      day.setUTCDate(day.getUTCDate() + step);
      return [at + 1, [`@${day.toISOString().slice(0, 10)}`]];
    }
    const [thisYear, thisMonth] = today.split('-').map(Number);
    if (/^году?$/.test(word(at + 1))) return [at + 2, [`@${thisYear + step}`]];
    const month = thisYear * 12 + thisMonth - 1 + step;
    return /^месяце?$/.test(word(at + 1)) ? [at + 2, [monthTerm(Math.floor(month / 12), (month % 12) + 1)]] : null;
  };
  const onlyYear = (at) => {
    const [named, next] = year(at);
    return named && [next, [`@${named}`]];
  };

  const found = [];
  for (let from = 0; from < all.length; ) {
    const [next, tokens] = [dotted, days, partOfYear, months, season, relative, onlyYear].reduce((known, kind) => known ?? kind(from), null) ?? [from + 1];
    if (tokens) found.push({ from, to: next - 1, words: text.slice(all[from].start, all[next - 1].end), tokens });
    from = next;
  }
  return found;
}

/** The words of a date as concepts of their own, for a date no document has. */
export const wordsOfDate = (date, analyzer) => analyzer.tokens(date.word).filter(({ stop }) => !stop)
  .map(({ term, at }) => ({ at: date.at + at, word: term, terms: [term], dates: [], open: false, quote: date.quote }));
