// Search pages of other engines, as small as they can be: a field, a list, ten links. Each is a folder to be served.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { miniSearch } from '../engines/minisearch.mjs';
import { writePagefind } from '../engines/pagefind.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const page = (script, head = '') => `<!doctype html>
<html lang="ru"><meta charset="utf-8"><title>Поиск</title>
<link rel="icon" href="data:,">${head}
<input id="q"><ol id="results"></ol>
<script type="module">
const list = document.getElementById('results');
const show = (found) => list.replaceChildren(...found.map(({ url, title }) => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  item.append(link);
  return item;
}));
${script}
</script></html>
`;

/** MiniSearch with its whole index in one file and its code, the stemmer's and the page's in another. */
export function miniSearchFolder(documents, folder) {
  mkdirSync(folder, { recursive: true });
  const { index } = miniSearch(documents);
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  const contents = `
import MiniSearch from 'minisearch';
import { OPTIONS } from './minisearch.mjs';
export const opened = fetch('index.json').then((answer) => answer.text()).then((text) => MiniSearch.loadJSON(text, OPTIONS));`;
  buildSync({ stdin: { contents, resolveDir: join(here, '../engines') }, bundle: true, minify: true, format: 'esm', outfile: join(folder, 'engine.js') });
  writeFileSync(join(folder, 'index.html'), page(`
import { opened } from './engine.js';
document.getElementById('q').oninput = async ({ target }) => show((await opened).search(target.value).slice(0, 10).map(({ id, title }) => ({ url: id, title })));
`, '<link rel="preload" href="index.json" as="fetch" crossorigin><link rel="modulepreload" href="engine.js">'));
}

/** Pagefind through its JS API. Without a worker, which Chromium will not slow down. */
export async function pagefindFolder(documents, folder) {
  mkdirSync(folder, { recursive: true });
  await writePagefind(documents, join(folder, 'pagefind'));
  writeFileSync(join(folder, 'index.html'), page(`
const opened = import('./pagefind/pagefind.js').then(async (pagefind) => {
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  return pagefind;
});
document.getElementById('q').oninput = async ({ target }) => {
  const { results } = await (await opened).search(target.value);
  show((await Promise.all(results.slice(0, 10).map((result) => result.data()))).map(({ url, meta }) => ({ url, title: meta.title })));
};
`));
}
