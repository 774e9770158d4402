// The search over the files of the index; the counterpart of src/search/query/mod.rs, which says how it works.

import { Analyzer } from './analysis.js';
import { columnsOf, ranked } from './rank.js';
import { Shelf } from './shelf.js';
import { termsOf, understand } from './understand.js';

const INDEX = 'poisk/i';

/** Gives the parsed content of a file of the site, or its bytes. */
async function loadFrom(base, path, cache) {
  const response = await fetch(new URL(path, base), { cache });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return path.endsWith('.json') ? response.json() : (await import('./country.js')).unpacked(response);
}

/** What `make` gives for a key, made once; what failed is made anew next time. */
function once(known, key, make) {
  if (!known.has(key)) {
    const made = make();
    known.set(key, made);
    made.catch(() => known.delete(key));
  }
  return known.get(key);
}

/** Opens the index of the site at `base`; `load` gives the parsed content of a file by its path, of `.bin` the bytes. */
export async function openIndex(base, load = (path, cache) => loadFrom(base, path, cache)) {
  return new Engine(load, await load(`${INDEX}/root.json`));
}

class Engine {
  constructor(load, directory) {
    this.load = load;
    this.start(directory);
  }

  start(directory) {
    this.files = new Map();
    this.answers = new Map();
    this.columns = new Map();
    this.parts = new Map();
    this.root = this.shelf('', directory);
    this.regions = directory.regions ?? [];
    // Titles come together with the first words.
    this.root.heads([]).catch(() => {});
    // A country's part of the script comes while the first words are read.
    if (this.regions.length) import('./country.js').catch(() => {});
    this.analyzer = new Analyzer(directory.forms);
  }

  shelf(folder, directory, Part = Shelf) {
    return new Part((path) => once(this.files, path, () => this.load(path)), INDEX + folder, directory);
  }

  /** Does `work`; when a file is gone because the portal was published anew, once more with its new directory. */
  async anew(work) {
    try {
      return await work();
    } catch (error) {
      const directory = await this.load(`${INDEX}/root.json`, 'reload');
      if (directory.words === this.root.directory.words) throw error;
      this.start(directory);
      return work();
    }
  }

  /** Answers a query; a `brief` answer may have results of which only kind, title and address are known yet. */
  search(query, { filters = {}, limit = 10, offset = 0, today = '', literal = false, brief = false } = {}) {
    return this.anew(async () => {
      const { understood, hits, isMixed } = await this.hits(query, filters, today, literal);
      const shown = isMixed ? (await import('./country.js')).cards : cards;
      const whole = shown(hits, offset, limit);
      // Nobody need wait for the whole cards.
      whole.catch(() => {});
      const heads = brief && !understood.guessed.length ? await this.root.heads(hits.slice(offset, offset + limit)) : [];
      const isBrief = heads.length > 0;
      const results = isBrief ? heads : await whole;
      if (understood.guessed.length) (await import('./guesses.js')).tellGuesses(understood, results, this.analyzer);
      return {
        query,
        total: hits.length,
        results,
        whole: isBrief && whole,
        interpreted: [...understood.told],
        terms: termsOf(understood),
      };
    });
  }

  /** Documents that answer, best first, with the parts of the index they stand in; the last answer is kept. */
  hits(...asked) {
    const key = JSON.stringify(asked);
    if (!this.answers.has(key)) this.answers.clear();
    return once(this.answers, key, () => this.find(...asked));
  }

  async find(query, filters, today, literal) {
    const understood = await understand(this.root, this.analyzer, query, today, literal);
    if (this.regions.length) return (await import('./country.js')).find(this, query, filters, understood);
    return { understood, hits: await this.answersIn(this.root, understood.concepts, query, filters, understood) };
  }

  /** Answers of one part of the index; `common` as in columnsOf. */
  async answersIn(shelf, concepts, query, filters, understood, common) {
    const isFiltered = Object.values(filters).some((values) => values?.length);
    const columns = isFiltered || !concepts.length ? await this.columnsOf(shelf) : null;
    const allowed = (document) => !columns || columns.fits(document, filters);
    // Without words every document answers that the choices leave; unknown words have no answer.
    if (!concepts.length) return understood.asked ? [] : columns.all().filter(allowed).map((document) => ({ shelf, document, score: 0, full: true }));
    const matched = await columnsOf(shelf, concepts, this.root.directory.documents, common);
    const found = ranked(matched, allowed).map((hit) => ({ ...hit, shelf }));
    return matched.some(({ quote }) => quote) ? (await import('./guesses.js')).inQuotes(found, matched, understood, query) : found;
  }

  // --- choices ---

  columnsOf(shelf) {
    return once(this.columns, shelf, async () => {
      const [{ Columns }, read] = await Promise.all([import('./columns.js'), shelf.file(shelf.directory.columns)]);
      return new Columns(read);
    });
  }

  /** For each choice its values with counts, all other choices applied; in a country first the regions alone. */
  facets(query, { filters = {}, today = '', literal = false } = {}) {
    return this.anew(async () => {
      if (this.regions.length) return (await import('./country.js')).facets(this, query, filters, today, literal);
      return (await import('./columns.js')).facets(this, query, filters, today, literal);
    });
  }

  /** Up to 8 pages that are called so: { label, kind, url, place }. */
  suggest(typed) {
    return this.anew(async () => (await import('./offers.js')).offers(this.root, typed));
  }
}

/** The cards of some hits. */
const cards = (hits, offset, limit) => Promise.all(hits.slice(offset, offset + limit).map((hit) => hit.shelf.card(hit)));
