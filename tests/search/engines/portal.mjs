// Our own engine twice: the program's `portal search`, and the page's script run in Node over the files of the built site.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';

const run = promisify(execFile);

/** `portal search`: one run of the program for each query. */
export function program({ bin, content, date }) {
  return {
    name: 'portal search',
    search: async (query, filter) => {
      const filters = filter ? ['--region', filter.region, '--month', filter.month] : [];
      const words = ['search', '--limit', '60', '--format', 'json', '--content', content, '--date', date, ...filters, '--', query];
      const { stdout } = await run(bin, words, { maxBuffer: 1 << 26 });
      return JSON.parse(stdout).map(({ url }) => url);
    },
    close: async () => {},
  };
}

/** engine.js over the index of a built site. */
export async function script({ repo, siteDir, date }) {
  const file = join(repo, 'themes/default/scripts/search/engine.js');
  if (!existsSync(file)) throw new Error(`there is no ${file} yet`);
  const { openIndex } = await import(pathToFileURL(file));
  const load = async (path) => {
    const bytes = readFileSync(join(siteDir, path));
    return path.endsWith('.json') ? JSON.parse(bytes) : inflateRawSync(bytes);
  };
  const engine = await openIndex('/', load);
  return {
    name: 'engine.js',
    engine,
    search: async (query, filter) => {
      const filters = filter ? { region: [filter.region], mesyats: [filter.month] } : {};
      const { results } = await engine.search(query, { filters, limit: 60, offset: 0, today: date });
      return results.map(({ url }) => url);
    },
    close: async () => {},
  };
}
