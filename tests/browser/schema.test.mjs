// The schemas that editors such as VS Code show their hints from, against `portal check`: on the real content and on
// mistakes of every kind that one file can tell of itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'smol-toml';
import { contentDir, portalBin, repo } from './config.mjs';

const PLACE = '38-irkutskaya/zhigalovskiy';
const PLAN = `${PLACE}/plans/2023.toml`;
const DOCUMENT = `${PLACE}/documents/114-od.toml`;

/** A file, what is replaced in it, by what. */
const MISTAKES = [
  ['нет обязательного поля', PLAN, /^period = .*$/m, ''],
  ['поле с опечаткой', PLAN, /^deadline = /m, 'dedline = '],
  ['лишнее поле', PLAN, /^id = "m02"$/m, 'id = "m02"\nlishnee = "x"'],
  ['пустой текст', PLAN, /^deadline = .*$/m, 'deadline = ""'],
  ['одни пробелы', PLAN, /^deadline = .*$/m, 'deadline = "  "'],
  ['число вместо текста', PLAN, /^number = .*$/m, 'number = 2'],
  ['не тот период', PLAN, /^period = .*$/m, 'period = "прошлый год"'],
  ['период числом', PLAN, /^period = .*$/m, 'period = 2023'],
  ['статус не из списка', PLAN, /^id = "m02"$/m, 'id = "m02"\nstatus = "сделано"'],
  ['русская буква в идентификаторе', PLAN, /^id = "m02"$/m, 'id = "м02"'],
  ['дефис на конце идентификатора', PLAN, /^id = "m02"$/m, 'id = "m02-"'],
  ['слишком длинный идентификатор', PLAN, /^id = "m02"$/m, `id = "${'a'.repeat(61)}"`],
  ['дата с точками', PLAN, /^id = "m02"$/m, 'id = "m02"\nstatus_date = "30.04.2023"'],
  ['дата словами', DOCUMENT, /^date = .*$/m, 'date = "март"'],
  ['тринадцатый месяц', DOCUMENT, /^date = .*$/m, 'date = "2023-13-01"'],
  ['тридцать первое февраля', DOCUMENT, /^date = .*$/m, 'date = "2023-02-31"'],
  ['дата списком', DOCUMENT, /^date = .*$/m, 'date = [2023]'],
  ['список вместо текста', DOCUMENT, /^issuer = .*$/m, 'issuer = ["x"]'],
  ['текст вместо списка', DOCUMENT, /^basis = .*$/m, 'basis = "55-310-mr"'],
  ['текст вместо да и нет', DOCUMENT, /^text_known = .*$/m, 'text_known = "да"'],
  ['таблица вместо текста', DOCUMENT, /^issuer = .*$/m, 'issuer = { a = "x" }'],
  ['вид документа не из списка', DOCUMENT, /^kind = .*$/m, 'kind = "указ"'],
  ['пустой обязательный список', 'collections/sbornik-2023.toml', /^practices = \[[^\]]*\]/m, 'practices = []'],
  ['число текстом', 'portal.toml', /^news_stale_days = .*$/m, 'news_stale_days = "31"'],
  ['хранилище неизвестного сайта', 'portal.toml', /$/, '\n[admin]\nbackend = "svn"\nrepo = "a/b"\n'],
  ['русские буквы в идентификаторе слова', 'glossary.toml', /^\[\[term\]\]$/m, '[[term]]\nid = "Слово"\ngroup = "x"\n[[term.meaning]]\ntext = "x"\n\n[[term]]'],
];

/** The same, and both must be silent. */
const RIGHT = [
  ['дата в кавычках', DOCUMENT, /^date = (.*)$/m, 'date = "2023-03-30"'],
  ['учебный год', `70-tomskaya/pervomayskiy/plans/2022-2023.toml`, /^period = .*$/m, 'period = "2022–2023"'],
  ['два дня', PLAN, /^period = .*$/m, 'period = "2023-01-01/2023-12-31"'],
  ['самый длинный идентификатор', `${PLACE}/people.toml`, /$/, `\n[[person]]\nid = "${'a'.repeat(60)}"\nname = "Иванов И.И."\n`],
  ['статус из списка', PLAN, /^id = "m02"$/m, 'id = "m02"\nstatus = "нет данных"'],
  ['ссылки на правку', 'portal.toml', /$/, '\nedit_url = "https://a.ru/{path}"\n[admin]\nbackend = "gitea"\nrepo = "a/b"\n'],
];

describe('схемы файлов содержимого', () => {
  let folder;
  const schemas = new Map();

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'portal-schema-'));
    cpSync(contentDir, folder, { recursive: true });
    const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, formats: { date: isDay } });
    for (const keyword of ['markdownDescription', 'x-taplo']) ajv.addKeyword(keyword);
    for (const { file, include } of associations()) schemas.set(include, ajv.compile(JSON.parse(readFileSync(join(repo, file), 'utf8'))));
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  test('всё содержимое портала соответствует схемам', () => {
    let count = 0;
    for (const path of files(folder)) {
      assert.deepEqual(complaints(path), [], path);
      count += 1;
    }
    assert.ok(count > 30, `${count} files`);
  });

  for (const [name, path, from, to] of MISTAKES) {
    test(`ошибка и для схемы, и для проверки: ${name}`, () => {
      changed(path, from, to, () => {
        assert.notDeepEqual(complaints(path), [], 'the schema says nothing');
        assert.notDeepEqual(errors(), [], 'check says nothing');
      });
    });
  }

  for (const [name, path, from, to] of RIGHT) {
    test(`верно и для схемы, и для проверки: ${name}`, () => {
      changed(path, from, to, () => {
        assert.deepEqual(complaints(path), []);
        assert.deepEqual(errors(), []);
      });
    });
  }

  function changed(path, from, to, look) {
    const file = join(folder, path);
    const was = readFileSync(file, 'utf8');
    assert.match(was, from, `${path} has no ${from}`);
    try {
      writeFileSync(file, was.replace(from, () => to));
      look();
    } finally {
      writeFileSync(file, was);
    }
  }

  /** What the schema of a file says against it. */
  function complaints(path) {
    const found = [...schemas].filter(([pattern]) => fits(pattern, `content/${path}`));
    assert.equal(found.length, 1, `schemas of ${path}`);
    const [[, valid]] = found;
    return valid(asJson(parse(readFileSync(join(folder, path), 'utf8')))) ? [] : valid.errors.map((e) => `${e.instancePath} ${e.message}`);
  }

  function errors() {
    const { stdout } = spawnSync(portalBin, ['check', '--content', folder, '--format', 'json', '--date', '2026-11-22'], { maxBuffer: 1e8 });
    const said = JSON.parse(String(stdout));
    const list = Array.isArray(said) ? said : (said.diagnostics ?? said.problems);
    return list.filter((one) => one.severity === 'error').map((one) => `${one.file}:${one.line} ${one.message}`);
  }
});

/** Schema and pattern of paths, as the settings for editors have them. */
function associations() {
  const settings = parse(readFileSync(join(repo, '.taplo.toml'), 'utf8'));
  return settings.rule.map((rule) => ({ file: rule.schema.path, include: rule.include[0] }));
}

function files(folder) {
  return readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.toml') && !path.includes('.schema'));
}

/** Whether a path is meant by a pattern with `*` for one name and `**` for any folders. */
function fits(pattern, path) {
  const source = pattern.split('/').map((part) => (part === '**' ? '(?:[^/]+/)*' : `${part.replaceAll('.', '\\.').replace('*', '[^/]*')}/`)).join('');
  return new RegExp(`^${source.replace(/\/$/, '')}$`).test(path);
}

/** Dates of TOML as editors hand them to a schema: texts. */
function asJson(value) {
  if (value instanceof Date) return value.toISOString().slice(0, value.isDate?.() ? 10 : undefined);
  if (Array.isArray(value)) return value.map(asJson);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]));
  return value;
}

function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
