// How soon an edit is seen: starts a server on a copy of a content folder, edits files, asks for pages until they tell of
// the edit, and prints medians with the memory of the server.
//
//     node benches/serve.mjs --portal target/release/portal --content DIR [--rounds 5]
//     node benches/serve.mjs --command 'hugo server --port {port}' --dir DIR --edit content/a.md=/a/,/b/ [--edit …]
//
// With --command any server is measured: in every FILE the first «title = "» (or «title: "») gets a new word, and each
// PAGE must tell it. Nothing of what is given is changed: edits are made in a copy.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const repo = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PATIENCE_MS = 180_000;
const { values: options } = parseArgs({
  options: {
    portal: { type: 'string', default: join(repo, 'target/release/portal') },
    content: { type: 'string' },
    command: { type: 'string' },
    dir: { type: 'string' },
    edit: { type: 'string', multiple: true, default: [] },
    port: { type: 'string', default: '8765' },
    rounds: { type: 'string', default: '5' },
  },
});
const agent = new http.Agent({ keepAlive: true });
const work = mkdtempSync(join(tmpdir(), 'serve-bench-'));
let server;
try {
  await (options.command ? foreign() : own());
} finally {
  server?.kill('SIGINT');
  agent.destroy();
  rmSync(work, { recursive: true, force: true });
}

async function own() {
  cpSync(resolve(options.content ?? join(repo, 'content')), join(work, 'content'), { recursive: true });
  cpSync(join(repo, 'themes'), join(work, 'themes'), { recursive: true });
  const started = performance.now();
  server = spawn(resolve(options.portal), ['serve', '--port', options.port, '--no-history', '--date', '2026-11-22'], { cwd: work, stdio: 'ignore' });
  const place = municipality();
  await until(async () => (await get(`/${place}/`)).status === 200, 'the server shows nothing');
  report('first page', [performance.now() - started]);
  const plans = join(work, 'content', place, 'plans');
  const id = readdirSync(plans).filter((name) => name.endsWith('.toml')).sort().at(-1).replace(/\.toml$/, '');
  const plan = `/${place}/plan/${id}/`;
  await measure('event', join(plans, `${id}.toml`), cell(/^(\[\[section\.event\]\]\n(?:[a-z_]+ = [^\n]*\n)*?title = "(?:[^"\\\n]|\\.)*)"/m), [plan, `${plan}m01/`, `/${place}/`, `/${place}/plan/`]);
  const news = join(work, 'content', place, 'news');
  const item = existsSync(news) && readdirSync(news).filter((name) => name.endsWith('.md')).sort().at(-1);
  if (item) {
    const name = item.replace(/\.md$/, '');
    await measure('news item', join(news, item), cell(/^(title = "(?:[^"\\\n]|\\.)*)"/m), [`/${place}/novosti/${name}/`, `/${place}/`, `/${place}/novosti/`, '/novosti/']);
  }
  const template = join(work, 'themes/default/templates', footer());
  await measure('template', template, (text, word) => text.replace('</footer>', `<p>${word}</p></footer>`), [`/${place}/`, plan, '/']);
  await measure('glossary', join(work, 'content/glossary.toml'), cell(/^(plain = "(?:[^"\\\n]|\\.)*)"/m), ['/slovar/', `/${place}/`]);
  memory();
}

async function foreign() {
  cpSync(resolve(options.dir), join(work, 'site'), { recursive: true });
  const started = performance.now();
  const [program, ...words] = options.command.replaceAll('{port}', options.port).split(' ');
  server = spawn(program, words, { cwd: join(work, 'site'), stdio: 'ignore' });
  const edits = options.edit.map((edit) => edit.split('=')).map(([file, pages]) => [file, pages.split(',')]);
  await until(async () => (await get(edits[0][1][0])).status === 200, 'the server shows nothing');
  report('first page', [performance.now() - started]);
  for (const [file, pages] of edits) {
    await measure(file, join(work, 'site', file), cell(/^(title\s*[=:]\s*"(?:[^"\\\n]|\\.)*)"/m), pages);
  }
  memory();
}

/** A way to add a word at the end of the first cell that fits. */
function cell(pattern) {
  return (text, word) => text.replace(pattern, (_, before) => `${before} ${word}"`);
}

/** The last municipality with plans. */
function municipality() {
  const content = join(work, 'content');
  const files = readdirSync(content, { recursive: true }).map(String).sort();
  const plan = files.filter((path) => /^[^/]+\/[^/]+\/plans\/[^/]+\.toml$/.test(path) && existsSync(join(content, path, '../../news'))).at(-1);
  return dirname(dirname(relative(content, join(content, plan))));
}

/** The template with the end of every page: a whole country has lean pages of their own. */
function footer() {
  const files = readdirSync(join(work, 'content'), { recursive: true }).map(String);
  return files.filter((path) => path.endsWith('municipality.toml')).length > 300 ? 'compact/base.html' : 'base.html';
}

/** Edits a file several times; pages that do not tell of the first edit in the end are not waited for. */
async function measure(name, file, edit, pages) {
  const good = readFileSync(file, 'utf8');
  let told = pages;
  const first = [];
  const all = [];
  for (let round = 0; round <= Number(options.rounds); round++) {
    const word = `Проверка${name.length}${round}${process.pid}`;
    const changed = edit(good, word);
    if (changed === good) throw new Error(`nothing to edit in ${file}`);
    writeFileSync(file, changed);
    const began = performance.now();
    const tells = async (page) => (await get(page)).body.includes(word);
    await until(() => tells(told[0]), `${told[0]} does not tell of the edit of ${name}`);
    const one = performance.now() - began;
    if (round === 0) {
      // The first round learns which pages tell of it, and warms nothing that the others would not have.
      const found = [];
      for (const page of pages) if (await tells(page)) found.push(page);
      told = found;
      continue;
    }
    for (const page of told.slice(1)) await until(() => tells(page), `${page} is stale after the edit of ${name}`);
    first.push(one);
    all.push(performance.now() - began);
    await new Promise((wake) => setTimeout(wake, 400));
  }
  report(`${name}: ${told[0]}`, first);
  if (told.length > 1) report(`${name}: with ${told.slice(1).join(' ')}`, all);
  writeFileSync(file, good);
  await new Promise((wake) => setTimeout(wake, 1000));
}

function report(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${String(Math.round(sorted[Math.floor(sorted.length / 2)])).padStart(7)} ms  ${name}`);
}

function memory() {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  const mega = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024);
  console.log(`${String(mega('VmHWM')).padStart(7)} MB  peak memory (${mega('VmRSS')} MB at the end)`);
}

function get(path) {
  return new Promise((done) => {
    const request = http.get({ host: '127.0.0.1', port: options.port, path, agent }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => (body += chunk));
      answer.on('end', () => done({ status: answer.statusCode, body }));
    });
    request.on('error', () => done({ status: 0, body: '' }));
  });
}

async function until(check, message) {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if (await check()) return;
    await new Promise((wake) => setTimeout(wake, 3));
  }
  throw new Error(message);
}
