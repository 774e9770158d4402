// The static API against the schemas published beside it: every document names its schema, and keeps to it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { before, describe, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { siteDir } from './config.mjs';

const API = join(siteDir, 'dannye/v1');

describe('данные для программ: схемы и документы', () => {
  const schemas = new Map();
  const documents = [];

  before(() => {
    const formats = { date: isDay, 'uri-reference': isAddress };
    const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, formats });
    for (const path of readdirSync(API, { recursive: true }).filter((path) => path.endsWith('.json')).sort()) {
      const file = join(API, path);
      if (path.startsWith('schema')) schemas.set(file, ajv.compile(read(file)));
      else documents.push(file);
    }
  });

  test('каждый документ называет свою схему и соответствует ей', () => {
    assert.ok(documents.length > 50, `${documents.length} documents`);
    for (const file of documents) {
      const document = read(file);
      const valid = schemas.get(join(dirname(file), document.$schema));
      assert.ok(valid, `${relative(API, file)}: no schema ${document.$schema}`);
      assert.ok(valid(document), `${relative(API, file)}: ${JSON.stringify(valid.errors?.slice(0, 5))}`);
    }
  });

  test('строки JSON Lines — те же записи', () => {
    const lines = readdirSync(siteDir, { recursive: true }).filter((path) => path.endsWith('.jsonl'));
    const index = read(join(API, 'index.json'));
    const scopes = [index, ...index.territories];
    const tables = scopes.flatMap((scope) => scope.tables);
    assert.equal(tables.length, lines.length);
    for (const { files, name, count } of tables) {
      const rows = readFileSync(join(siteDir, files.jsonl), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
      assert.deepEqual(rows, read(join(siteDir, files.json))[name], files.jsonl);
      assert.equal(rows.length, count);
    }
  });

  test('схема замечает ошибки', () => {
    const file = join(API, 'events.json');
    const document = read(file);
    const valid = schemas.get(join(API, document.$schema));
    const wrong = [
      (row) => { delete row.title; },
      (row) => { row.title = null; },
      (row) => { row.deadline_end = '30.04.2023'; },
      (row) => { row.status = 'сделано'; },
      (row) => { row.id = 'Мероприятие 1'; },
      (row) => { row.schools = 'школа'; },
      (row) => { row.proofs = -1; },
    ];
    for (const spoil of wrong) {
      const spoilt = structuredClone(document);
      spoil(spoilt.events[0]);
      assert.equal(valid(spoilt), false, String(spoil));
    }
    const more = structuredClone(document);
    more.events[0].new_field = 1;
    assert.equal(valid(more), true, 'new fields may be added');
  });
});

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isAddress(text) {
  return !/\s/.test(text) && URL.canParse(text, 'https://portal.example/');
}
