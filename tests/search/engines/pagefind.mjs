// Pagefind over the same pages, driven in Chromium through its JS API.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { chromium } from 'playwright-core';
import { serve } from '../bench/server.mjs';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Writes Pagefind's files for documents into a folder. */
export async function writePagefind(documents, outputPath) {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'ru' });
  if (!index) throw new Error(errors.join('\n'));
  for (const { url, title, text, region, months } of documents) {
    const filters = [region && `<span data-pagefind-filter="region">${escaped(region)}</span>`, ...months.map((month) => `<span data-pagefind-filter="month">${month}</span>`)];
    const content = `<!doctype html><html lang="ru"><title>${escaped(title)}</title><body><main data-pagefind-body><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main>${filters.join('')}</body></html>`;
    const added = await index.addHTMLFile({ url, content });
    if (added.errors.length) throw new Error(added.errors.join('\n'));
  }
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length) throw new Error(written.errors.join('\n'));
  await pagefind.close();
}

/** The engine over documents: { name, search(query, filter) → addresses of at most so many pages, close }. */
export async function pagefindEngine(documents, most = 60) {
  const folder = await mkdtemp(join(tmpdir(), 'portal-pagefind.'));
  await writePagefind(documents, join(folder, 'pagefind'));
  const server = await serve(folder, { 'index.html': '<!doctype html><html lang="ru"><title>Pagefind</title>' });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(server.origin);
  await page.evaluate(async () => {
    window.pagefind = await import('/pagefind/pagefind.js');
    await window.pagefind.init();
  });
  return {
    name: 'Pagefind 1.6.0, JS API',
    search: (query, filter) => page.evaluate(async ([text, filters, count]) => {
      const { results } = await window.pagefind.search(text, { filters: filters ?? {} });
      const shown = await Promise.all(results.slice(0, count).map((result) => result.data()));
      return shown.map((result) => result.raw_url ?? result.url);
    }, [query, filter && { region: filter.region, month: filter.month }, most]),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
