// Which documents answer, and in which order; the counterpart of src/search/query/{math,rank}.rs.

const LEVELS = 10;
const STEP = 1.3;
const ANYWHERE = 0.35;
const NEIGHBOURS = 0.45;
const FRESH = 0.015;
const KIN = 0.3;
const FAR_DOWN = 0.4;
const BY_MEANING = 0.9;
const RARE = 4;
const PHRASE = 4;
const FAR = 2000;

// Logarithm to base 2 by halving and squaring: every browser and the terminal round alike.
function log2(number) {
  let [rest, result] = [number, 0];
  for (; rest >= 2; result += 1) rest /= 2;
  for (let step = 0, bit = 0.5; step < 12; step += 1, bit /= 2) {
    rest *= rest;
    if (rest >= 2) {
      rest /= 2;
      result += bit;
    }
  }
  return result;
}

const rarity = (own, all) => log2(1 + all / (own + 0.5));

// Worth of each level; the highest is 1.
const WORTH = [];
for (let level = LEVELS - 1, worth = 1; level >= 0; level -= 1, worth /= STEP) WORTH[level] = worth;

function nearness(off) {
  if (off <= 1) return off ? 0.7 : 1;
  if (off <= 3) return 0.4;
  return off <= 8 ? 0.15 : 0;
}

/** Documents of each concept; `common` tells how many documents of the whole portal have it, where the part does not know. */
export const columnsOf = (shelf, concepts, all, common = () => null) => Promise.all(concepts.map(async (concept) => {
  const matches = new Map();
  const asked = [...concept.words.map(([known, share]) => [known, share, 0]), ...concept.kin.map((known) => [known, KIN, 1])];
  const lists = await Promise.all(asked.map(([known]) => shelf.list(known)));
  for (const [index, [, share, atMost]] of asked.entries()) {
    for (const entry of lists[index]) {
      const value = share * (ANYWHERE + (1 - ANYWHERE) * WORTH[entry.level]);
      const cover = entry.stands ? BY_MEANING : entry.level ? 1 : FAR_DOWN;
      const stands = Math.max(entry.stands, atMost);
      const old = matches.get(entry.document);
      if (old) {
        old.stands = Math.min(old.stands, stands);
        if (value > old.worth) Object.assign(old, { worth: value, cover });
        old.places = old.places.concat(entry.places);
      } else {
        matches.set(entry.document, { worth: value, cover, stands, fresh: entry.fresh, places: entry.places });
      }
    }
  }
  let own = 0;
  for (const { stands } of matches.values()) own += stands ? 0 : 1;
  return {
    at: concept.concept.at,
    quote: concept.concept.quote,
    // Documents with only something of its meaning make a word half as common.
    rarity: rarity(common(concept) ?? own + (matches.size - own) / 2, all),
    alone: !own || (concepts.length === 1 && own < RARE && concept.how !== ''),
    matches,
  };
}));

// How far two words are from standing as in the query.
function offset(one, two, step) {
  let least = Infinity;
  for (const a of one) {
    for (const b of two) if (a < FAR && b < FAR) least = Math.min(least, Math.abs(b - a - step));
  }
  return least;
}

// Concepts that are in a document. A word of a phrase counts only beside another word of that phrase.
function present(columns, document) {
  const found = columns.map(({ matches }) => matches.get(document));
  const hasNeighbour = (one) => found.some((two) => two && two !== one && offset(one.places, two.places, 0) <= PHRASE);
  return found.map((one) => (one?.stands === 2 && !hasNeighbour(one) ? undefined : one));
}

// Worth of a document; nothing when it does not answer. What stands in it only by its meaning counts beside another
// word, or when documents with the word itself are few.
function rank(columns, document) {
  const matched = present(columns, document);
  let [sum, covered, whole, fresh, near, count, alone] = [0, 0, 0, 0, 0, 0, true];
  for (const [index, column] of columns.entries()) {
    const found = matched[index];
    whole += column.rarity;
    if (found) {
      fresh = Math.max(fresh, found.fresh);
      covered += column.rarity * found.cover;
      sum += column.rarity * found.worth;
      count += 1;
      alone = !found.stands || column.alone;
      const before = columns[index - 1];
      if (matched[index - 1]) {
        const off = offset(matched[index - 1].places, found.places, column.at - before.at);
        near += NEIGHBOURS * nearness(off) * Math.min(before.rarity, column.rarity);
      }
    }
  }
  if (!count || (count === 1 && !alone)) return null;
  const cover = whole > 0 ? covered / whole : 0;
  const total = (sum * cover + near) * cover * (1 + FRESH * fresh);
  return { document, score: Math.floor(total * 1000), full: count === columns.length };
}

/** Documents that answer, best first; `allowed` says which ones the choices leave. */
export function ranked(columns, allowed) {
  const documents = new Set(columns.flatMap(({ matches }) => [...matches.keys()]));
  return [...documents].filter(allowed).map((document) => rank(columns, document)).filter((found) => found)
    .sort((a, b) => b.score - a.score || a.document - b.document);
}
