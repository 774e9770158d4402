// What a careful integrator would give another search engine: the pages of events, plans, municipalities, practices and
// news of the built site as title, text and filters.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const MONTHS = ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'];

/** What the documents say of a municipality outside the tables stands on these pages; its own page speaks for them. */
const OWN = ['tseli', 'programma', 'rabochaya-gruppa', 'kontakty', 'kuratory', 'shkoly', 'dokumenty', 'monitoring', 'programmy-shkol'];

/** Pages as { url, title, text, region, months }. */
export function documents(siteDir) {
  const { events } = JSON.parse(readFileSync(join(siteDir, 'dannye/v1/events.json'), 'utf8'));
  const places = new Map();
  const plans = new Set();
  const out = [];
  for (const event of events) {
    const folder = [event.region, event.municipality].filter(Boolean).join('/');
    if (!places.has(folder)) places.set(folder, place(siteDir, folder));
    const { name, region } = places.get(folder);
    const months = monthsOf(event);
    const text = [event.deadline, event.responsible, event.indicator, event.result, name, region];
    out.push({ url: `${folder}/plan/${event.plan}/${event.event}/`, title: event.title, text: text.filter(Boolean).join('. '), region, months });
    plans.add(`${folder}/plan/${event.plan}/`);
  }
  for (const url of plans) {
    const main = mainOf(siteDir, url);
    const { name, region } = places.get(url.replace(/\/plan\/.*$/, ''));
    out.push({ url, title: heading(main), text: `${introduction(main)}. ${headings(main)}. ${name}. ${region}`, region, months: [] });
  }
  for (const [folder, { name, region, main }] of places) {
    const own = [main, ...OWN.flatMap((part) => pagesUnder(siteDir, `${folder}/`, part)).map((url) => mainOf(siteDir, url))];
    out.push({ url: `${folder}/`, title: name, text: `${own.map(words).join('. ')}. ${region}`, region, months: [] });
    for (const url of pagesUnder(siteDir, `${folder}/novosti/`)) {
      const news = mainOf(siteDir, url);
      out.push({ url, title: heading(news), text: words(news), region, months: [] });
    }
  }
  for (const url of pagesUnder(siteDir, 'praktiki/')) {
    const practice = mainOf(siteDir, url);
    out.push({ url, title: heading(practice), text: words(practice), region: '', months: [] });
  }
  return out;
}

function place(siteDir, folder) {
  const main = mainOf(siteDir, `${folder}/`);
  const region = mainOf(siteDir, `${folder.split('/')[0]}/`);
  return { name: placeName(main), region: placeName(region), main };
}

function monthsOf({ deadline_start: from, deadline_end: to }) {
  if (!from || !to) return [];
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1);
  const months = [];
  for (let month = first; month <= last && months.length < 12; month += 1) months.push(MONTHS[month % 12]);
  return months;
}

/** Addresses of the pages right under a folder; with a part, that page and those right under it. */
function pagesUnder(siteDir, folder, part) {
  const path = part ? `${folder}${part}/` : folder;
  if (!existsSync(join(siteDir, path))) return [];
  const entries = readdirSync(join(siteDir, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...(part ? [path] : []), ...entries.map((entry) => `${path}${entry.name}/`).sort()];
}

function mainOf(siteDir, url) {
  const html = readFileSync(join(siteDir, url, 'index.html'), 'utf8');
  return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<(script|style|nav)\b[\s\S]*?<\/\1>/g, ' ');
}

/** «Иркутская область: как помогают школам» names the place before the colon. */
const placeName = (main) => heading(main).replace(/:.*$/, '');

/** The page's first heading. */
const heading = (main) => words(main.match(/<h1[\s\S]*?<\/h1>/)?.[0] ?? '');

/** What a plan says before its table: the act that approves it, its goals. */
const introduction = (main) => words(main.slice(0, main.indexOf('<h2')));

const headings = (main) => [...main.matchAll(/<h([1-3])[\s\S]*?<\/h\1>/g)].map(([tag]) => words(tag)).join('. ');

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&nbsp;': ' ', '&amp;': '&', '&shy;': '' };

/** The words a reader sees: tags gone, entities resolved. */
export function words(html) {
  return html
    .replace(/<\/?(a|abbr|b|i|em|strong|span|time|wbr)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
