// Search pages of other engines, as small as they can be: a field, a list, ten links. Each is a folder to be served.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { miniSearch, OPTIONS } from '../engines/minisearch.mjs';
import { writePagefind } from '../engines/pagefind.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, '../node_modules');

const page = (script) => `<!doctype html>
<html lang="ru"><meta charset="utf-8"><title>Поиск</title>
<link rel="icon" href="data:,">
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

/** MiniSearch with its whole index in one file. */
export function miniSearchFolder(documents, folder) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(modules, 'minisearch/dist/es/index.js'), join(folder, 'minisearch.js'));
  copyFileSync(join(modules, '@orama/stemmers/dist/ru.js'), join(folder, 'stemmer.js'));
  const options = readFileSync(join(here, '../engines/minisearch.mjs'), 'utf8').split('/** The engine over')[0]
    .replace("'minisearch'", "'./minisearch.js'").replace("'@orama/stemmers/russian'", "'./stemmer.js'");
  writeFileSync(join(folder, 'options.js'), options);
  const { index } = miniSearch(documents);
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  writeFileSync(join(folder, 'index.html'), page(`
const loading = fetch('index.json').then((answer) => answer.text());
document.getElementById('q').oninput = async ({ target }) => show((await opened).search(target.value).slice(0, 10).map(({ id, title }) => ({ url: id, title })));
const opened = Promise.all([import('./minisearch.js'), import('./options.js'), loading]).then(([{ default: MiniSearch }, { OPTIONS }, text]) => MiniSearch.loadJSON(text, OPTIONS));
`).replace('<script type="module">', '<link rel="modulepreload" href="minisearch.js"><link rel="modulepreload" href="options.js"><link rel="modulepreload" href="stemmer.js">\n<script type="module">'));
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
