// Choices; the counterpart of src/search/query/filter.rs, and the counts that only the page shows.

import { Digits } from './digits.js';
import { compare } from './letters.js';

const NAMES = ['region', 'rayon', 'god', 'mesyats', 'razdel', 'status', 'kto', 'shkola', 'vid'];
const MONTH_NAMES = `январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь`.split(' ');
// These have an order of their own; others stand by count.
const IN_ORDER = { god: -1, mesyats: 1 };

function fromRuns(text) {
  const digits = new Digits(text);
  const values = [];
  while (digits.more) {
    const value = digits.number();
    for (let count = digits.number(); count >= 0; count -= 1) values.push(value);
  }
  return values;
}

function lists(text) {
  const digits = new Digits(text);
  const found = [];
  while (digits.more) found.push(Array.from({ length: digits.number() }, () => digits.number()));
  return found;
}

const bits = (mask, named) => Array.from({ length: 31 }, (_, bit) => bit).filter((bit) => (mask >> bit) & 1).map(named);

/** For each choice its values with counts, all other choices applied. */
export async function facets(engine, query, filters, today, literal) {
  const { hits } = await engine.hits(query, {}, today, literal);
  return (await engine.columnsOf(engine.root)).counts(hits, filters);
}

/** Columns of a part of the index: what each document can be chosen by. */
export class Columns {
  constructor(read) {
    const numbers = Object.fromEntries(['kind', 'place', 'year', 'months', 'section', 'status', 'role'].map((name) => [name, fromRuns(read[name])]));
    const schools = lists(read.school);
    const one = (pair) => (pair ? [pair] : []);
    const same = (text) => (text ? [[text, text]] : []);
    const place = (document) => read.places[numbers.place[document] - 1];
    this.all = () => [...numbers.kind.keys()];
    this.stands = (document) => numbers.kind[document] > 0;
    // For each choice the values of a document: [code, name].
    this.values = {
      region: (document) => one(read.regions[place(document)?.[2] - 1]),
      rayon: (document) => one(place(document)),
      god: (document) => same(numbers.year[document]),
      mesyats: (document) => bits(numbers.months[document], (bit) => [bit + 1, MONTH_NAMES[bit]]),
      razdel: (document) => same(read.sections[numbers.section[document] - 1]),
      status: (document) => same(read.statuses[numbers.status[document] - 1]),
      kto: (document) => bits(numbers.role[document], (bit) => read.roles[bit]),
      shkola: (document) => schools[document].map((number) => read.schools[number - 1]),
      vid: (document) => one(read.kinds[numbers.kind[document] - 1]),
    };
  }

  /** Whether the document fits one value of each choice made; `except` one choice. */
  fits(document, filters, except) {
    return this.stands(document) && NAMES.every((name) => {
      const chosen = name !== except && filters[name];
      if (!chosen?.length) return true;
      const lower = chosen.map((value) => `${value}`.toLowerCase());
      return this.values[name](document).some(([code, label]) => chosen.includes(`${code}`) || lower.includes(`${label}`.toLowerCase()));
    });
  }

  /** How many of the hits each value of each choice would leave, all other choices applied. */
  counts(hits, filters) {
    const counted = {};
    for (const name of NAMES) {
      const values = new Map();
      for (const { document } of hits) {
        if (!this.fits(document, filters, name)) continue;
        for (const [value, label] of this.values[name](document)) {
          const known = values.get(value) ?? { value, label, count: 0 };
          known.count += 1;
          values.set(value, known);
        }
      }
      const order = IN_ORDER[name];
      counted[name] = [...values.values()].sort((a, b) => (order ? order * (a.value - b.value) : b.count - a.count || compare(a.label, b.label)));
    }
    return counted;
  }
}
