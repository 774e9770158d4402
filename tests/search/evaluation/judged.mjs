// Judged queries with the addresses of our pages: what queries.json calls «event 7 of document A» is a page here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The five documents and the territories they belong to. */
export const DOCUMENTS = {
  A: '38-irkutskaya/zhigalovskiy',
  B: '38-irkutskaya/ziminskoe',
  C: '10-kareliya/kemskiy',
  D: '04-altay',
  E: '70-tomskaya/pervomayskiy',
};

/** An address as the evaluation compares it: no host, no leading slash, a row of a plan and the page of its event are one. */
export function address(url) {
  return url
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/^\/+/, '')
    .replace(/index\.html$/, '')
    .replace(/(\/plan\/[^/]+)\/#(m\d+)$/, '$1/$2/')
    .replace(/#.*$/, '');
}

/**
 * What the page at an address is: event, plan or municipality; null for pages that the ranking skips: other kinds, and
 * regions that are only folders of municipalities.
 */
export function kind(where) {
  if (/\/plan\/[^/]+\/m\d+\/$/.test(where)) return 'event';
  if (/\/plan\/[^/]+\/$/.test(where)) return 'plan';
  return Object.values(DOCUMENTS).includes(where.replace(/\/$/, '')) ? 'municipality' : null;
}

/** Events of the five documents as the site publishes them. */
export function events(siteDir) {
  return JSON.parse(readFileSync(join(siteDir, 'dannye/v1/events.json'), 'utf8')).events;
}

/** The queries: { id, class, query, filter, grades: Map of address to grade }. Throws when a judged title is not ours. */
export function judged(file, siteDir) {
  const own = events(siteDir);
  const { queries } = JSON.parse(readFileSync(file, 'utf8'));
  return queries.map(({ id, class: name, query, filter, relevant }) => {
    const grades = new Map();
    for (const item of relevant) {
      const where = page(item, own);
      grades.set(where, Math.max(item.grade, grades.get(where) ?? 0));
    }
    return { id, class: name, query, filter, grades };
  });
}

function page(item, own) {
  const territory = DOCUMENTS[item.document];
  const rows = own.filter((event) => [event.region, event.municipality].filter(Boolean).join('/') === territory);
  if (item.what === 'municipality') return `${territory}/`;
  if (item.what === 'roadmap') {
    // Document E has two plans: the first one is named «План методических мероприятий», the roadmap is the last.
    const row = item.title.startsWith('План методических') ? rows[0] : rows.at(-1);
    return address(row.url).replace(/m\d+\/$/, '');
  }
  const event = rows[item.ordinal - 1];
  if (!event || !words(event.title).includes(words(item.title).slice(0, 30))) {
    throw new Error(`${item.document} ${item.ordinal}: «${item.title}» is not «${event?.title}»`);
  }
  return address(event.url);
}

const words = (text) => text.toLowerCase().replaceAll('ё', 'е').replace(/[^а-яa-z0-9]+/g, '');
