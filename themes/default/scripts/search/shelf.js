// A part of the index as it is read; the counterpart of src/search/query/shelf.rs and src/search/index/digits.rs.

import { skeleton } from './analysis.js';

// --- numbers as text ---

const LAST = 45;

/** Reads numbers from a text of 90 printable characters. */
export class Digits {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get more() {
    return this.at < this.text.length;
  }

  symbol() {
    const code = this.text.charCodeAt(this.at);
    this.at += 1;
    return code - (code > 92 ? 36 : 35);
  }

  number() {
    let number = 0;
    for (let scale = 1; ; ) {
      const digit = this.symbol();
      if (!(digit >= LAST)) return number + (digit || 0) * scale;
      number += (digit - LAST) * scale;
      scale *= LAST;
      number += scale;
    }
  }
}

// --- words and their documents ---

// { document, level, fresh, stands, places } of each document of a word; `stands`: 0 itself, 1 by its meaning, 2 as a
// part of a phrase of its meaning.
function entries(text) {
  const digits = new Digits(text);
  const found = [];
  for (let next = 0; digits.more; ) {
    const document = next + digits.number();
    const worth = digits.symbol();
    const places = [];
    for (let place = 0, number = 1; number % 2; ) {
      number = digits.number();
      place += number >> 1;
      places.push(place);
    }
    found.push({ document, level: Math.floor(worth / 9), fresh: Math.floor(worth / 3) % 3, stands: worth % 3, places });
    next = document + 1;
  }
  return found;
}

function regionCounts(text) {
  const digits = new Digits(text);
  const counts = new Map();
  for (let next = 0; digits.more; ) {
    const region = next + digits.number();
    counts.set(region, digits.number());
    next = region + 1;
  }
  return counts;
}

function known(term, value) {
  const { p = '', n = 0, f = '', r = '', s = [] } = typeof value === 'string' ? { p: value } : value;
  return { term, list: p, file: f, bulk: p.length + n * 4 + r.length * 2, regions: regionCounts(r), shown: s };
}

/** Order of texts by their letters, as Rust has it. */
export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** A part of the index in `folder`; `load` gives the parsed content of a file of the site. */
export class Shelf {
  constructor(load, folder, directory) {
    this.file = (name) => load(`${folder}/${name}.json`);
    this.directory = directory;
    this.shards = directory.words.split(',').map((shard) => shard.split(':'));
    this.read = new Map();
  }

  /** The word, when the part has it. */
  async word(term) {
    const words = await this.shard(this.position(skeleton(term)));
    return words.find((word) => word.term === term);
  }

  /** Words that `like` takes, in files that may hold words with keys beginning with `key`. */
  async wordsLike(key, most, like) {
    const first = this.position(key);
    const wanted = [first];
    while (wanted.length < most && this.shards[wanted.at(-1) + 1]?.[0].startsWith(key)) wanted.push(wanted.at(-1) + 1);
    const files = await Promise.all(wanted.map((position) => this.shard(position)));
    return files.flat().filter(({ term }) => like(term));
  }

  /** Documents of a word. */
  async list(word) {
    return entries(word.file ? await this.file(word.file) : word.list);
  }

  /** Place of the last file whose smallest key is not above `key`. */
  position(key) {
    let [from, to] = [0, this.shards.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (this.shards[middle][0] <= key) from = middle;
      else to = middle;
    }
    return from;
  }

  shard(position) {
    const name = this.shards[position]?.[1];
    if (!name) return [];
    if (!this.read.has(name)) {
      const words = this.file(name).then((pairs) => pairs.flatMap((value, at) => (at % 2 ? [known(pairs[at - 1], value)] : [])));
      // A file that could not be loaded is asked for again next time.
      words.catch(() => this.read.delete(name));
      this.read.set(name, words);
    }
    return this.read.get(name);
  }
}
