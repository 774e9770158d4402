// The search over the files of the index; the counterpart of src/search/query/mod.rs, which says how it works.

import { Analyzer, words } from './analysis.js';
import { Columns } from './columns.js';
import { columnsOf, quoted, ranked } from './rank.js';
import { compare, Shelf } from './shelf.js';
import { interpretations, tell, termsOf, understand } from './understand.js';

const INDEX = 'poisk/i';
const BLOCK = 8;
const ENOUGH = 10;
const REGIONS = 2;
const MOST_HINTS = 8;

/** Gives the parsed content of a file of the site. */
async function loadFrom(base, path, cache) {
  const response = await fetch(new URL(path, base), { cache });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/** Opens the index of the site at `base`; `load` gives the parsed content of a file by its path. */
export async function openIndex(base, load = (path, cache) => loadFrom(base, path, cache)) {
  return new Engine(load, await load(`${INDEX}/root.json`));
}

class Engine {
  constructor(load, directory) {
    this.load = load;
    this.files = new Map();
    this.start(directory);
  }

  start(directory) {
    this.root = new Shelf((path) => this.file(path), INDEX, directory);
    this.analyzer = new Analyzer(directory.forms);
    this.shelves = new Map();
    this.columns = new Map();
    this.last = null;
  }

  /** A file, loaded once; one that fails is forgotten. */
  file(path) {
    if (!this.files.has(path)) {
      const content = this.load(path);
      content.catch(() => this.files.delete(path));
      this.files.set(path, content);
    }
    return this.files.get(path);
  }

  /** Does `work`; when a file is gone because the portal was published anew, once more with its new directory. */
  async anew(work) {
    try {
      return await work();
    } catch (error) {
      const directory = await this.load(`${INDEX}/root.json`, 'reload');
      if (directory.words === this.root.directory.words) throw error;
      this.files.clear();
      this.start(directory);
      return work();
    }
  }

  /** Answers a query. */
  search(query, options = {}) {
    return this.anew(() => this.answer(query, options));
  }

  async answer(query, { filters = {}, limit = 10, offset = 0, today = '', literal = false }) {
    const { understood, shelves, hits } = await this.hits(query, filters, today, literal);
    const shown = await cards(shelves, hits, offset, limit);
    return {
      query,
      total: hits.length,
      full: hits.filter(({ full }) => full).length,
      results: shown,
      interpreted: interpretations(understood, shown, this.analyzer),
      terms: termsOf(understood),
    };
  }

  /** Documents that answer, best first, with the parts of the index they stand in; the last answer is kept. */
  hits(...asked) {
    const key = JSON.stringify(asked);
    if (this.last?.key !== key) {
      this.last = { key, hits: this.find(...asked) };
      this.last.hits.catch(() => {
        this.last = null;
      });
    }
    return this.last.hits;
  }

  async find(query, filters, today, literal) {
    const { root } = this;
    const understood = await understand(root, this.analyzer, query, today, literal);
    const chosen = this.chosenRegion(filters);
    const shelves = [chosen < 0 ? root : await this.region(chosen)];
    const hits = await this.answersIn(shelves, 0, understood, filters);
    const isSplit = root.directory.regions?.length > 0;
    if (isSplit && chosen < 0 && understood.concepts.length && hits.filter(({ full }) => full).length < ENOUGH) {
      for (const region of this.likelyRegions(understood.concepts)) {
        shelves.push(await this.region(region));
        hits.push(...await this.answersIn(shelves, shelves.length - 1, understood, filters));
      }
      hits.sort((a, b) => b.score - a.score || a.shelf - b.shelf || a.document - b.document);
    }
    return { understood, shelves, hits };
  }

  async answersIn(shelves, number, understood, filters) {
    const { root } = this;
    const shelf = shelves[number];
    const concepts = shelf === root ? understood.concepts : await this.conceptsIn(shelf, understood.concepts);
    const isFiltered = Object.values(filters).some((values) => values?.length);
    const columns = isFiltered || !concepts.length ? await this.columnsOf(shelf) : null;
    const allowed = (document) => !columns || columns.fits(document, filters);
    let found;
    if (concepts.length) {
      const isSplit = root.directory.regions?.length > 0;
      const matched = await columnsOf(shelf, concepts, root.directory.documents, (concept) => (isSplit ? inAll(understood.concepts, concept) : undefined));
      found = ranked(matched, allowed);
      const exact = quoted(matched);
      if (exact && found.some(({ document }) => exact.has(document))) found = found.filter(({ document }) => exact.has(document));
      else if (exact && found.length) tell(understood, 'quote', '', '');
    } else {
      const all = understood.asked ? [] : Array.from({ length: columns.length }, (_, document) => document);
      found = all.filter(allowed).map((document) => ({ document, score: 0, full: true }));
    }
    return found.map((hit) => ({ ...hit, shelf: number }));
  }

  conceptsIn(shelf, concepts) {
    return Promise.all(concepts.map(async (concept) => {
      const known = await Promise.all(concept.words.map(async ([word, share]) => [await shelf.word(word.term), share]));
      return { ...concept, words: known.filter(([word]) => word), kin: [] };
    }));
  }

  // --- parts by region ---

  chosenRegion({ region = [], rayon = [], shkola = [] }) {
    const code = `${region[0] ?? (rayon[0] ?? shkola[0])?.split('/')[0] ?? ''}`.toLowerCase();
    const regions = this.root.directory.regions ?? [];
    return code ? regions.findIndex(([known, name]) => known === code || name.toLowerCase() === code) : -1;
  }

  region(number) {
    const [code, , , name] = this.root.directory.regions[number];
    if (!this.shelves.has(code)) {
      const folder = `${INDEX}/${code}`;
      const shelf = this.file(`${folder}/${name}.json`).then((directory) => new Shelf((path) => this.file(path), folder, directory));
      shelf.catch(() => this.shelves.delete(code));
      this.shelves.set(code, shelf);
    }
    return this.shelves.get(code);
  }

  likelyRegions(concepts) {
    const regions = this.root.directory.regions.map((_, region) => {
      const counts = concepts.map(({ words: list }) => Math.max(0, ...list.map(([known]) => known.regions.get(region) ?? 0))).filter((count) => count);
      return { region, known: counts.length, least: Math.min(...counts) };
    });
    return regions.filter(({ known }) => known)
      .sort((a, b) => b.known - a.known || b.least - a.least || a.region - b.region)
      .slice(0, REGIONS).map(({ region }) => region);
  }

  // --- choices ---

  columnsOf(shelf) {
    if (!this.columns.has(shelf)) {
      const columns = shelf.file(shelf.directory.columns).then((read) => new Columns(read));
      columns.catch(() => this.columns.delete(shelf));
      this.columns.set(shelf, columns);
    }
    return this.columns.get(shelf);
  }

  /** For each choice its values with counts, all other choices applied. */
  facets(query, { filters = {}, today = '', literal = false } = {}) {
    return this.anew(async () => {
      const { shelves, hits } = await this.hits(query, {}, today, literal);
      const chosen = this.chosenRegion(filters);
      if (!this.root.directory.regions?.length || chosen >= 0) {
        const shelf = chosen < 0 ? this.root : await this.region(chosen);
        const inside = chosen < 0 ? { hits } : await this.hits(query, { region: [this.root.directory.regions[chosen][0]] }, today, literal);
        const columns = await this.columnsOf(shelf);
        return columns.counts(inside.hits.map(({ document }) => document), filters);
      }
      return { region: await this.regionsOf(query, today, literal, shelves) };
    });
  }

  /** In a country the choice begins with the region: how many documents of each may answer. */
  async regionsOf(query, today, literal) {
    const { concepts, asked } = await understand(this.root, this.analyzer, query, today, literal);
    return this.root.directory.regions.map(([value, label, documents], region) => {
      const counts = concepts.map(({ words: list }) => Math.max(0, ...list.map(([known]) => known.regions.get(region) ?? 0)));
      return { value, label, count: asked ? Math.min(documents, ...counts) : documents };
    }).filter(({ count }) => count > 0 && Number.isFinite(count));
  }

  // --- offers ---

  /** Titles that begin with what is being typed, or have a word that does. */
  suggest(typed) {
    return this.anew(async () => {
      const said = words(typed).map(({ text }) => text);
      const longest = said.reduce((known, word) => (word.length > known.length ? word : known), '');
      let names = this.root.directory.offers ?? {};
      let node;
      for (let depth = 1; depth <= longest.length && names[longest.slice(0, depth)]; depth += 1) {
        node = await this.file(`${INDEX}/s/${names[longest.slice(0, depth)]}.json`);
        names = node.n ?? {};
      }
      const fits = ([label]) => {
        const spoken = words(label).map(({ text }) => text);
        return said.every((word) => spoken.some((one) => one.startsWith(word)));
      };
      return (node?.o ?? []).filter(fits).slice(0, MOST_HINTS).map(([label, kind, url, place]) => ({ label, kind, url, place }));
    });
  }
}

// Documents of the whole country that have a concept, by its commonest word.
function inAll(concepts, { concept: { at } }) {
  const same = concepts.find(({ concept }) => concept.at === at);
  const sums = same?.words.map(([{ regions }]) => [...regions.values()].reduce((sum, count) => sum + count, 0)) ?? [];
  return Math.max(0, ...sums) || undefined;
}

// Cards of some hits. A document of a region may stand in the index of the country too: then it is shown once.
async function cards(shelves, hits, offset, limit) {
  const found = [];
  const seen = new Set();
  for (let at = shelves[1] ? 0 : offset; at < hits.length && found.length < offset + limit; ) {
    const wanted = shelves[1] ? offset + limit - found.length : limit;
    const next = await Promise.all(hits.slice(at, at + wanted).map((hit) => card(shelves[hit.shelf], hit)));
    if (!shelves[1]) return next;
    at += wanted;
    for (const one of next) {
      if (!seen.has(one.url)) found.push(one);
      seen.add(one.url);
    }
  }
  return found.slice(offset);
}

async function card(shelf, { document, score }) {
  const number = Math.floor(document / BLOCK);
  const hash = shelf.directory.cards.slice(number * 4, number * 4 + 4);
  const block = await shelf.file(`${number}.${hash}`);
  const [at, kind, address, title, note, text, year, status] = block.c[document % BLOCK];
  const [folder, municipality = '', region = ''] = block.p[at - 1] ?? [];
  // Addresses are relative to the root of the site, which need not be that of its host.
  const inside = address[0] === '/' ? address.slice(1) : `${folder}/${address}`;
  return { url: folder ? inside : address, kind, title, note, text, municipality, region, year: year || null, status, score };
}
