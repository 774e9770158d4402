// The kinds of pages of the portal and how to find one of each in a built
// folder. A new kind of page is added here and is then examined by every test.
import { pagePath } from './site.mjs';

const REGION = '\\d{2,3}-[a-z0-9-]+/';
const SECTIONS = [
  'dokumenty', 'programma', 'tseli', 'pokazateli', 'plan', 'shkoly', 'kuratory', 'rabochaya-gruppa',
  'programmy-shkol', 'monitoring', 'rekomendatsii', 'itogi', 'praktiki', 'novosti', 'kalendar', 'roditelyam',
  'kontakty', 'izmeneniya', 'polnota', 'podtverzhdenie', 'arkhiv', 'alfavit', 'dannye',
];
const TOWN = `${REGION}(?!(?:${SECTIONS.join('|')})/)[a-z0-9-]+/`;
/** A territory: a municipality or a region with a plan of its own. */
const AREA = `(?:${TOWN}|${REGION})`;
const ID = '[a-z0-9][a-z0-9._-]*/';

// [name, pattern of the path, must a full portal have it?]
const KINDS = [
  ['home', '', true],
  ['rayony', 'rayony/', true],
  ['rayony-bukva', `rayony/${ID}`, false],
  ['region', REGION, true],
  ['municipality', TOWN, true],
  ['plany', `${AREA}plan/`, false],
  ['plan-god', `${AREA}plan/${ID}`, true],
  ['sobytie', `${AREA}plan/${ID}${ID}`, true],
  ['shkoly', `${AREA}shkoly/`, true],
  ['shkola', `${AREA}shkoly/${ID}`, true],
  ['dokumenty', `${AREA}dokumenty/`, true],
  ['dokument', `${AREA}dokumenty/${ID}`, true],
  ['programma', `${AREA}programma/`, true],
  ['tseli', `${AREA}tseli/`, true],
  ['pokazateli', `${AREA}pokazateli/`, true],
  ['pokazatel', `${AREA}pokazateli/${ID}`, false],
  ['kuratory', `${AREA}kuratory/`, true],
  ['rabochaya-gruppa', `${AREA}rabochaya-gruppa/`, true],
  ['programmy-shkol', `${AREA}programmy-shkol/`, true],
  ['monitoring', `${AREA}monitoring/`, true],
  ['rekomendatsii', `${AREA}rekomendatsii/`, true],
  ['itogi', `${AREA}itogi/`, true],
  ['itogi-god', `${AREA}itogi/${ID}`, false],
  ['praktiki', 'praktiki/', true],
  ['praktiki-rayona', `${AREA}praktiki/`, false],
  ['praktiki-sbornik', `(?:${AREA})?praktiki/sbornik[a-z0-9-]*/`, false],
  ['praktika', `(?:${AREA})?praktiki/(?!sbornik)${ID}`, false],
  ['novosti', 'novosti/', true],
  ['novosti-rayona', `${AREA}novosti/`, true],
  ['novosti-god', `(?:${AREA})?novosti/\\d{4}/`, false],
  ['novost', `(?:${AREA})?novosti/(?!\\d{4}/$)(?:\\d{4}/)?${ID}`, true],
  ['kalendar', 'kalendar/', false],
  ['kalendar-mesyats', 'kalendar/\\d{4}/\\d{2}/', true],
  ['kalendar-rayona', `${AREA}kalendar/(?:\\d{4}/\\d{2}/)?`, false],
  ['roditelyam', 'roditelyam/', true],
  ['roditelyam-rayona', `${AREA}roditelyam/`, true],
  ['kontakty', `(?:${AREA})?kontakty/`, true],
  ['izmeneniya', `${AREA}izmeneniya/`, false],
  ['polnota', `(?:${AREA})?polnota/`, true],
  ['podtverzhdenie', `${AREA}podtverzhdenie/(?:${ID})?`, false],
  ['arkhiv', `${AREA}arkhiv/(?:${ID})?`, true],
  ['slovar', 'slovar/', true],
  ['termin', `slovar/${ID}`, true],
  ['sravnenie', 'sravnenie/', false],
  ['dannye', 'dannye/', true],
  ['dannye-stolbtsy', 'dannye/stolbtsy/', true],
  ['dannye-razdel', `dannye/(?:${ID})+`, false],
  ['dannye-regiona', `${REGION}dannye/`, true],
  ['dannye-rayona', `${TOWN}dannye/`, true],
  ['o-portale', 'o-portale/', true],
  ['o-portale-razdel', `o-portale/${ID}`, true],
  ['karta-sayta', 'karta-sayta/', true],
  ['poisk', 'poisk/', true],
  ['alfavit', 'alfavit/', true],
  ['alfavit-regiona', `${REGION}alfavit/`, true],
  ['vid', 'vid/', true],
  ['moya-shkola', 'moya-shkola/', true],
  ['redaktor', 'redaktor/(?:.*/)?', true],
  ['404', '404\\.html', true],
].map(([name, pattern, needed]) => ({ name, needed, test: new RegExp(`^${pattern}$`) }));

/** These kinds have few pages, each unlike the others: all of them are examined. */
const EACH = new Set(['o-portale-razdel', 'redaktor']);

/**
 * Pages to examine, found by their paths. For each kind the largest page (the
 * hardest layout) and, where it is another one, the smallest (often the page
 * that says why a section is empty).
 */
export function samplePages(site) {
  const kinds = new Map(KINDS.map((kind) => [kind.name, []]));
  const other = [];
  for (const file of site.htmlFiles) {
    const path = pagePath(file);
    const kind = KINDS.find(({ test }) => test.test(path));
    (kind ? kinds.get(kind.name) : other).push({ kind: kind?.name ?? 'other', path, file, size: site.size(file) });
  }
  const samples = [];
  const missing = [];
  for (const { name, needed } of KINDS) {
    const pages = kinds.get(name).sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
    if (pages.length === 0) missing.push({ name, needed });
    else if (EACH.has(name)) samples.push(...pages.map((page) => ({ ...page, role: 'largest' })));
    else {
      samples.push({ ...pages[0], role: 'largest' });
      if (pages.length > 1 && pages.at(-1).size !== pages[0].size) samples.push({ ...pages.at(-1), role: 'smallest' });
    }
  }
  samples.push(...other.slice(0, 5).map((page) => ({ ...page, role: 'largest' })));
  return { samples, missing, other };
}

/** The largest page of a kind, or nothing. */
export function largest(site, kind) {
  return samplePages(site).samples.find((page) => page.kind === kind && page.role === 'largest');
}
