// What only a portal with parts by region needs. A chunk: loaded at once when the directory names regions.

import { Digits } from './digits.js';
import { Region } from './region.js';

/** The bytes of a file: those of a large portal are compressed. */
export const unpacked = ({ body }) => new Response(body.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();

const ENOUGH = 10;
const REGIONS = 2;

/** Asks the chosen region; else the country's own index and, when it has too little, the two likeliest regions. */
export async function find(engine, query, filters, understood) {
  const { concepts } = understood;
  const common = (concept) => inAll(concepts, concept);
  const answers = (shelf, known) => engine.answersIn(shelf, known, query, filters, understood, common);
  const inPart = async (number) => {
    const shelf = await region(engine, number);
    return answers(shelf, await conceptsIn(shelf, concepts));
  };
  const chosen = chosenRegion(engine, filters);
  if (chosen >= 0) return { understood, hits: await inPart(chosen) };
  const hits = await answers(engine.root, concepts);
  if (!concepts.length || hits.filter(({ full }) => full).length >= ENOUGH) return { understood, hits };
  const further = await Promise.all(likelyRegions(engine.regions, concepts).map(inPart));
  // A stable order: at equal worth the country's own documents come first, then those of the likelier region.
  const mixed = [...hits, ...further.flat()].sort((a, b) => b.score - a.score);
  return { understood, hits: mixed, isMixed: true };
}

function chosenRegion({ regions }, { region: chosen = [], rayon = [], shkola = [] }) {
  const code = `${chosen[0] ?? (rayon[0] ?? shkola[0])?.split('/')[0] ?? ''}`.toLowerCase();
  return code ? regions.findIndex(([known, name]) => known === code || name.toLowerCase() === code) : -1;
}

async function region(engine, number) {
  const [code, , , name] = engine.regions[number];
  const directory = await engine.root.file(`${code}/${name}`);
  if (!engine.parts.has(code)) engine.parts.set(code, engine.shelf(`/${code}`, directory, Region));
  return engine.parts.get(code);
}

const conceptsIn = (shelf, concepts) => Promise.all(concepts.map(async (concept) => {
  const known = await Promise.all(concept.words.map(async ([word, share]) => [await shelf.word(word.term), share]));
  return { ...concept, words: known.filter(([word]) => word), kin: [] };
}));

const counted = new WeakMap();

// How many documents of each region have a word: region → number.
function regionsOf(known) {
  if (!counted.has(known)) {
    const digits = new Digits(known.regions);
    const counts = new Map();
    for (let next = 0; digits.more; ) {
      const number = next + digits.number();
      counts.set(number, digits.number());
      next = number + 1;
    }
    counted.set(known, counts);
  }
  return counted.get(known);
}

// How many documents of a region have each concept, by its commonest word.
const inRegion = (concepts, number) => concepts.map(({ words }) => Math.max(0, ...words.map(([known]) => regionsOf(known).get(number) ?? 0)));

// Documents of the whole country that have a concept, by its commonest word.
function inAll(concepts, { concept: { at } }) {
  const same = concepts.find(({ concept }) => concept.at === at);
  const sums = same?.words.map(([known]) => [...regionsOf(known).values()].reduce((sum, count) => sum + count, 0)) ?? [];
  return Math.max(0, ...sums) || undefined;
}

function likelyRegions(regions, concepts) {
  const likely = regions.map((_, number) => {
    const counts = inRegion(concepts, number).filter((count) => count);
    return { number, known: counts.length, least: Math.min(...counts) };
  });
  return likely.filter(({ known }) => known)
    .sort((a, b) => b.known - a.known || b.least - a.least || a.number - b.number)
    .slice(0, REGIONS).map(({ number }) => number);
}

/** Cards of hits of several parts. A document of a region may stand in the country's index too: it is shown once. */
export async function cards(hits, offset, limit) {
  const found = new Map();
  for (let at = 0; at < hits.length && found.size < offset + limit; at += limit) {
    const next = await Promise.all(hits.slice(at, at + limit).map((hit) => hit.shelf.card(hit)));
    for (const one of next) if (!found.has(one.url)) found.set(one.url, one);
  }
  return [...found.values()].slice(offset, offset + limit);
}

/** Choices of a region; before one is chosen, only the regions, with how many documents of each may answer. */
export async function facets(engine, query, filters, today, literal) {
  const { regions } = engine;
  const chosen = chosenRegion(engine, filters);
  if (chosen >= 0) {
    const { hits } = await engine.hits(query, { region: [regions[chosen][0]] }, today, literal);
    return (await engine.columnsOf(await region(engine, chosen))).counts(hits, filters);
  }
  const { understood: { concepts, asked } } = await engine.hits(query, {}, today, literal);
  const options = regions.map(([value, label, documents], number) => (
    { value, label, count: asked ? Math.min(documents, ...inRegion(concepts, number)) : documents }
  ));
  return { region: options.filter(({ count }) => count > 0 && (concepts.length || !asked)) };
}
