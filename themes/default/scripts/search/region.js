// A region of a large portal as it is read; the counterpart of src/search/query/region.rs. What its files hold is said in
// src/search/index/region; the figures are those of src/search/index/weights.rs.

import { shown } from './card.js';

const WAYS = 3;
const DATES = 10;
const SECTION = 6;
const GAP = 4;
const FAR = 2000;
const PHRASES = 1000;
const OWN_PLACES = 4;
const PLACES = 8;
const LEVELS = 10;
const STEP = 1.3;
const DATE = 4;
const EXPANDED = 0.5;
// By number of the field: worth of a word, usual number of words.
const FIELDS = [[10, 14], [14, 6], [9, 6], [3, 14], [3, 10], [5, 4], [2.5, 8], [5, 80], [1.2, 6], [2, 300]];
// By number of the kind: factor of all worth.
const KINDS = [1, 1, 1, 1.05, 1.15, 0.9, 0.9, 0.85, 0.9, 0.85, 1.05, 0.9, 0.85];

/** Reads numbers of seven bits a byte. */
class Bytes {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get more() {
    return this.at < this.bytes.length;
  }

  number() {
    let [number, scale, byte] = [0, 1, 0];
    do {
      byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      number += (byte % 128) * scale;
      scale *= 128;
    } while (byte > 127);
    return number;
  }

  numbers(count) {
    return Array.from({ length: count }, () => this.number());
  }

  take(count) {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
}

// Of which texts each document consists; the documents of each text; how long texts are.
function tableOf(bytes) {
  const shapes = Array.from({ length: bytes.number() }, () => Array.from({ length: bytes.number() }, () => {
    const field = bytes.number();
    return Array(bytes.number()).fill(field);
  }).flat());
  const count = bytes.number();
  const words = bytes.numbers(count);
  const places = bytes.numbers(count);
  const holders = Array.from({ length: count }, () => []);
  const last = [];
  let next = 0;
  const documents = Array.from({ length: bytes.number() }, (_, number) => {
    const head = bytes.number();
    const fields = shapes[bytes.number()];
    const texts = fields.map((field) => {
      const code = bytes.number();
      let text = last[field] ?? 0;
      if (code === 1) {
        text = next;
        next += 1;
      } else if (code) text = next + 1 - code;
      last[field] = text;
      holders[text].push(number);
      return text;
    });
    return { factor: KINDS[Math.floor(head / 3)], fresh: head % 3, fields, texts };
  });
  return { documents, holders, words, places };
}

// The words of a file: { term, texts, places, added }, the last being the phrases that add the word: { head, texts }.
function wordsOf(bytes) {
  const terms = new TextDecoder().decode(bytes.take(bytes.number())).split('\n');
  const [texts, places, counts] = [1, 2, 3].map(() => bytes.numbers(terms.length));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const [heads, lengths] = [1, 2].map(() => bytes.numbers(all));
  const [own, kept, of] = [texts, places, lengths].map((sizes) => sizes.map((size) => bytes.take(size)));
  const added = heads.map((head, at) => ({ head, texts: of[at] }));
  let from = 0;
  return terms.map((term, at) => ({ term, texts: own[at], places: kept[at], added: added.slice(from, (from += counts[at])) }));
}

// The texts of a word: number → [{ times, stands, places }].
function textsOf(word) {
  const found = new Map();
  const each = (list, make) => {
    const texts = new Bytes(list);
    for (let text = 0; texts.more;) {
      text += texts.number();
      if (!found.has(text)) found.set(text, []);
      found.get(text).push(make());
    }
  };
  const bytes = new Bytes(word.places);
  each(word.texts, () => {
    const head = bytes.number();
    if (head % 2 === 0) return { times: 1, stands: 0, places: [head / 2] };
    let place = 0;
    const places = bytes.numbers(bytes.number()).map((distance) => (place += distance));
    return { times: (head - 1) / 2, stands: 0, places };
  });
  for (const { head, texts } of word.added) {
    const one = { times: 0, stands: head % WAYS, places: [Math.floor(head / WAYS)] };
    each(texts, () => one);
  }
  return found;
}

function levelOf(worth) {
  let level = 0;
  for (let bound = Math.sqrt(STEP); level + 1 < LEVELS && worth > bound; bound *= STEP) level += 1;
  return level;
}

// A word in a document: level, how it stands there, places.
function entry(table, texts, document) {
  const { factor, fresh, fields, texts: own } = table.documents[document];
  const times = Array(FIELDS.length).fill(0);
  const lengths = Array(FIELDS.length).fill(0);
  const places = [];
  let [stands, added, start] = [2, 0, 0];
  const keep = (place, most) => {
    if (places.length < most && !places.includes(place)) places.push(place);
  };
  for (const [at, text] of own.entries()) {
    const field = fields[at];
    const found = texts.get(text) ?? [];
    if (field === DATES) {
      if (found.length) {
        [stands, added] = [0, Math.max(added, DATE)];
        keep(FAR + 1, PLACES);
      }
      continue;
    }
    lengths[field] += table.words[text];
    for (const one of found) {
      times[field] += one.times;
      stands = Math.min(stands, one.times ? Number(field === SECTION) : one.stands);
      if (!one.times) added = Math.max(added, FIELDS[field][0] * EXPANDED);
      for (const place of one.places) keep(one.times ? Math.min(start + place, FAR) : PHRASES + place, one.times ? OWN_PLACES : PLACES);
    }
    start += table.places[text] + GAP;
  }
  let worth = 0;
  for (const [field, [weight, usual]] of FIELDS.entries()) {
    if (times[field]) worth += weight * times[field] / (times[field] + 0.4 + 0.6 * lengths[field] / usual);
  }
  return { document, level: levelOf(Math.max(worth, added) * factor), fresh, stands, places };
}

/** A part of the index with the methods of a Shelf that a region needs; `load` gives the bytes of a file. */
export class Region {
  constructor(load, folder, directory) {
    this.bytes = async (name) => new Bytes(new Uint8Array(await load(`${folder}/${name}.bin`)));
    this.directory = directory;
    this.shards = directory.words.split(',').map((shard) => shard.split(':'));
    this.read = new Map();
  }

  /** What `make` gives of a file, made once; a file that could not be loaded is asked for again next time. */
  once(name, make) {
    if (!this.read.has(name)) {
      const made = this.bytes(name).then(make);
      made.catch(() => this.read.delete(name));
      this.read.set(name, made);
    }
    return this.read.get(name);
  }

  file(name) {
    return this.once(name, ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)));
  }

  table() {
    return this.once(this.directory.table, tableOf);
  }

  async word(term) {
    // It comes together with the first words.
    this.table().catch(() => {});
    const shard = this.shards.findLast(([from]) => from <= term) ?? this.shards[0];
    return shard[1] && (await this.once(shard[1], wordsOf)).find((word) => word.term === term);
  }

  async list(word) {
    const table = await this.table();
    const texts = textsOf(word);
    const documents = new Set([...texts.keys()].flatMap((text) => table.holders[text]));
    return [...documents].sort((a, b) => a - b).map((document) => entry(table, texts, document));
  }

  async card({ document, score }) {
    const { block: size, cards } = this.directory;
    const number = Math.floor(document / size);
    const { p, s, c } = await this.file(`${number}.${cards.slice(number * 4, number * 4 + 4)}`);
    const [place, kind, address, title, note, text, year, status] = c[document % size];
    return shown(p, [place, s[kind], s[address], s[title], s[note], s[text], year, s[status]], score);
  }
}
