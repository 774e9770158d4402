// A part of the index as it is read; the counterpart of src/search/query/shelf.rs.

import { shown } from './card.js';
import { Digits } from './digits.js';
import { skeleton } from './letters.js';

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

// What the index says of a word: its documents or the file that has them, how common it is, documents by region, phrases
// of everyday speech that begin with it.
function known(term, value) {
  const { p = '', n = 0, f = '', r = '', s = [] } = typeof value === 'string' ? { p: value } : value;
  return { term, list: p, file: f, bulk: p.length + n * 4 + r.length * 2, regions: r, shown: s };
}

/** A part of the index in `folder`; `load` gives the parsed content of a file of the site. */
export class Shelf {
  constructor(load, folder, directory) {
    this.file = (name) => load(`${folder}/${name}.json`);
    this.directory = directory;
    this.shards = directory.words.split(',').map((shard) => shard.split(':'));
    this.read = new Map();
  }

  /** The word, when the part has it. A long list of it comes along. */
  async word(term) {
    const long = this.directory.lists?.[term];
    if (long) this.file(long).catch(() => {});
    const words = await this.shard(this.position(skeleton(term)));
    return words.find((word) => word.term === term);
  }

  /** Words that `like` takes, in files that may hold words with keys beginning with `key`. */
  async wordsLike(key, most, like) {
    let last = this.position(key);
    const files = [this.shard(last)];
    while (files.length < most && this.shards[last += 1]?.[0].startsWith(key)) files.push(this.shard(last));
    return (await Promise.all(files)).flat().filter(({ term }) => like(term));
  }

  /** Documents of a word. */
  async list(word) {
    return entries(word.file ? await this.file(word.file) : word.list);
  }

  /** Place of the last file whose smallest key is not above `key`. */
  position(key) {
    return Math.max(0, this.shards.findLastIndex(([from]) => from <= key));
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

  /** What is shown of a document. */
  async card({ document, score }) {
    const { block: size, cards } = this.directory;
    const number = Math.floor(document / size);
    const { p, c } = await this.file(`${number}.${cards.slice(number * 4, number * 4 + 4)}`);
    return shown(p, c[document % size], score);
  }

  /** How the cards of the first documents begin, up to one of which that is not told. */
  async heads(hits) {
    const { heads } = this.directory;
    const known = heads ? await this.file(heads) : { c: [] };
    const end = hits.findIndex(({ document }) => !known.c[document]);
    return hits.slice(0, end < 0 ? hits.length : end).map(({ document, score }) => shown(known.p, known.c[document], score));
  }
}
