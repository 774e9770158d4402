// The editor in the browser (Sveltia CMS): its configuration, and a news item added through its local mode to a copy of
// the real content.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import Ajv from 'ajv';
import { parse } from 'smol-toml';
import { launch, visitor } from './browser.mjs';
import { contentDir, here, portalBin } from './config.mjs';
import { choosesFolder, fillFolder, readFolder } from './folder.mjs';
import { keep } from './keep.mjs';
import { serveFolder } from './server.mjs';

const PACKAGE = join(here, 'node_modules/@sveltia/cms');
const PLACE = 'content/38-irkutskaya/zhigalovskiy';

describe('редактор в браузере', () => {
  let folder;
  let files;
  let config;
  let server;
  let browser;
  let context;
  let page;
  const foreign = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portal-admin-'));
    cpSync(contentDir, join(folder, 'content'), { recursive: true });
    files = texts(join(folder, 'content'), 'content/');
    run('admin', '--content', join(folder, 'content'), '--out', join(folder, 'site/admin'), '--cms', PACKAGE);
    // The home page's place, so that the server has something to say beside the editor.
    writeFileSync(join(folder, 'site/index.html'), '<!doctype html><title>портал</title>');
    writeFileSync(join(folder, 'site/404.html'), '<!doctype html><title>нет</title>');
    config = JSON.parse(readFileSync(join(folder, 'site/admin/config.yml'), 'utf8'));
    server = await serveFolder(join(folder, 'site'));
    browser = await launch();
    // An editor whose browser does not speak Russian.
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Asia/Irkutsk' });
    await choosesFolder(context);
    context.on('request', (request) => {
      const own = request.url().startsWith(server.origin) || /^(blob|data):/.test(request.url());
      if (!own) foreign.push(request.url());
    });
    page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(`the page fails: ${error.message}`));
    await page.goto(server.url());
    await fillFolder(page, files);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('настройки соответствуют схеме пакета', () => {
    const schema = JSON.parse(readFileSync(join(PACKAGE, 'schema/sveltia-cms.json'), 'utf8'));
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    assert.ok(valid(config), JSON.stringify(valid.errors?.slice(0, 5), null, 1));
    const names = config.collections.filter((one) => one.name).map((one) => one.name);
    assert.equal(new Set(names).size, names.length, 'names of collections');
    const labels = config.collections.map((one) => one.label);
    for (const label of ['Жигаловский район → Новости', 'Республика Алтай → Сведения', 'Весь портал → Словари']) {
      assert.ok(labels.includes(label), label);
    }
  });

  test('у каждого файла содержимого есть место в редакторе, и редактор знает все его поля', () => {
    const outside = ['content/portal.toml'];
    for (const [path, text] of Object.entries(files)) {
      if (outside.includes(path) || path.includes('/.')) continue;
      const fields = placeOf(path);
      assert.ok(fields, `no collection for ${path}`);
      const table = parse(path.endsWith('.md') ? text.split(/^\+\+\+$/m)[1] : text);
      for (const key of unknownKeys(table, fields)) assert.fail(`${path}: the editor does not know ${key}`);
    }
  });

  test('только выбранные территории', () => {
    const out = join(folder, 'one');
    run('admin', '--content', join(folder, 'content'), '--out', out, '--cms', PACKAGE, '--only', '38-irkutskaya/zhigalovskiy');
    const one = JSON.parse(readFileSync(join(out, 'config.yml'), 'utf8'));
    const places = new Set(one.collections.filter((c) => c.label).map((c) => c.label.split(' → ')[0]));
    assert.deepEqual([...places].sort(), ['Весь портал', 'Жигаловский район']);
    const wrong = spawnSync(portalBin, ['admin', '--content', join(folder, 'content'), '--out', out, '--cms', PACKAGE, '--only', '38-irkutskaya/zhigalovskij']);
    assert.equal(wrong.status, 2);
    assert.match(String(wrong.stderr), /возможно, вы имели в виду «38-irkutskaya\/zhigalovskiy»/);
  });

  test('новость добавлена в папку на компьютере, и ничего больше не изменилось', { timeout: 60_000 }, async () => {
    await page.goto(server.url('admin/'));
    await page.getByRole('button', { name: 'Работать с локальным репозиторием' }).click();
    await page.getByRole('treeitem', { name: 'Жигаловский район → Новости' }).click();
    await page.getByRole('button', { name: 'Создать новую запись' }).click();
    await write('Заголовок', 'Щедрый объезд школ: «Как помочь учиться»');
    await write('Одно предложение о сути', 'Родители школ района собрались, чтобы узнать о плане.');
    await write('Дата', '2023-05-12');
    await page.getByRole('textbox', { name: 'Текст', exact: true }).click();
    await page.keyboard.type('Собрание прошло в школе. План — на странице района.');
    await page.setViewportSize({ width: 800, height: 700 });
    await page.getByRole('textbox', { name: 'Заголовок' }).first().evaluate((field) => field.scrollIntoView({ block: 'center' }));
    await keep('forma-novosti', page);
    await page.setViewportSize({ width: 1280, height: 900 });
    const now = await save();
    const path = `${PLACE}/news/2023-05-12-schedriy-obyezd-shkol-kak-pomoch-uchitsya.md`;
    assert.deepEqual(changes(now), [path]);
    assert.equal(now[path], [
      '+++',
      'date = 2023-05-12',
      'title = "Щедрый объезд школ: «Как помочь учиться»"',
      'summary = "Родители школ района собрались, чтобы узнать о плане."',
      '+++',
      '',
      'Собрание прошло в школе. План — на странице района.',
      '',
    ].join('\n'));
    assert.deepEqual(errorsOf(now), []);
    files = now;
  });

  test('длинный заголовок даёт имя файла, которое портал принимает', { timeout: 60_000 }, async () => {
    // Cut at sixty characters the name would end with a hyphen.
    await open('Жигаловский район → Новости');
    await page.getByRole('button', { name: 'Создать новую запись' }).click();
    await write('Заголовок', 'Аааааааааа бббббббббб вввввввввв ггггггггггггггг ддддд');
    await write('Одно предложение о сути', 'Проверка длинного имени.');
    await write('Дата', '2023-05-13');
    await page.getByRole('textbox', { name: 'Текст', exact: true }).click();
    await page.keyboard.type('Проверка.');
    const now = await save();
    assert.deepEqual(changes(now), [`${PLACE}/news/2023-05-13-aaaaaaaaaa-bbbbbbbbbb-vvvvvvvvvv-ggggggggggggggg.md`]);
    assert.deepEqual(errorsOf(now), []);
    files = now;
  });

  test('правка документа и словаря не меняет других слов', { timeout: 60_000 }, async () => {
    const document = `${PLACE}/documents/114-od.toml`;
    await open('Жигаловский район → Документы');
    await page.getByRole('row', { name: /Об утверждении плана/ }).getByRole('gridcell').nth(1).click();
    await write('Бланк', 'Новый бланк');
    await save();
    await open('Весь портал → Словари');
    await page.getByRole('row', { name: 'Управленческий цикл' }).getByRole('gridcell').nth(1).click();
    await write('Откуда известен', 'рекомендации');
    const now = await save(2);
    assert.deepEqual(changes(now), ['content/cycle.toml', document].sort());
    const [was, is] = [parse(files[document]), parse(now[document])];
    assert.equal(is.letterhead, 'Новый бланк');
    // Where nothing was said about control, the editor says that there is none: the same thing in more words.
    const plain = (table) => JSON.stringify({ ...table, letterhead: '', point: table.point.map((p) => ({ ...p, control: p.control ?? false })) });
    assert.deepEqual(JSON.parse(plain(is)), JSON.parse(plain(was)));
    assert.deepEqual(errorsOf(now), []);
  });

  test('словарь: неподтверждённое остаётся неподтверждённым, остальное — подтверждённым', { timeout: 60_000 }, async () => {
    files = await readFolder(page);
    await open('Весь портал → Словари');
    await page.getByRole('row', { name: /^Риски/ }).getByRole('gridcell').nth(1).click();
    await page.getByRole('button', { name: 'Развернуть', exact: true }).nth(1).click();
    await write('Простыми словами', 'Детям стало скучно учиться.');
    const now = await save();
    assert.deepEqual(changes(now), ['content/risks.toml']);
    const confirmed = (text) => parse(text).risk.map((risk) => [risk.id, risk.confirmed ?? true]);
    assert.deepEqual(confirmed(now['content/risks.toml']), confirmed(files['content/risks.toml']));
  });

  test('текст пустого раздела и план нового года', { timeout: 60_000 }, async () => {
    files = await readFolder(page);
    await open('Жигаловский район → Тексты разделов');
    await page.getByRole('row', { name: 'Мониторинг и анализ' }).getByRole('gridcell').nth(1).click();
    await write('Почему раздел пуст', 'Планом не предусмотрено');
    await write('Кто так сказал', 'управление образования');
    await save();
    await open('Жигаловский район → Планы');
    await page.getByRole('button', { name: 'Создать новую запись' }).click();
    await write('Название', 'План мероприятий на 2024 год');
    await write('Период', '2024');
    await page.getByRole('button', { name: /Добавить .*Столбец/ }).click();
    await write('Заголовок столбца', 'Что сделать');
    await page.getByRole('combobox', { name: 'Что в столбце' }).click();
    await page.getByRole('option', { name: 'название мероприятия' }).click();
    await page.getByRole('button', { name: /Добавить .*Мероприятие/ }).last().click();
    await write('Идентификатор', 'm01');
    await write('Мероприятие', 'Собрание\nродителей');
    await write('Срок', 'апрель 2024 года');
    const now = await save(2);
    const [plan, note] = [`${PLACE}/plans/2024.toml`, `${PLACE}/sections/monitoring.md`];
    assert.deepEqual(changes(now), [plan, note]);
    assert.deepEqual(JSON.parse(JSON.stringify(parse(now[plan]))), {
      title: 'План мероприятий на 2024 год',
      period: '2024',
      columns: [{ heading: 'Что сделать', holds: 'title' }],
      event: [{ id: 'm01', title: 'Собрание\nродителей', deadline: 'апрель 2024 года' }],
    });
    assert.deepEqual(errorsOf(now), []);
  });

  test('редактор говорит по-русски и ничего не просит у чужих сайтов', async () => {
    assert.deepEqual(foreign, []);
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    assert.doesNotMatch(policy, /https?:|script-src[^;]*unsafe/);
    await page.goto(server.url('admin/'));
    await page.getByRole('treeitem').first().waitFor();
    const words = await page.locator('body').innerText();
    for (const russian of ['Коллекции', 'Создать']) assert.ok(words.includes(russian), `no «${russian}»`);
    const icons = await page.evaluate(async () => (await document.fonts.ready, document.fonts.check('24px "Material Symbols Outlined"')));
    assert.ok(icons, 'icons are words without their typeface');
  });

  async function open(collection) {
    const leave = page.getByRole('button', { name: 'Отменить редактирование' });
    if (await leave.count()) await leave.click();
    const sure = page.getByRole('button', { name: /^(Не сохранять|Отменить изменения|Выйти|Покинуть)/ });
    if (await sure.count()) await sure.first().click();
    await page.getByRole('treeitem', { name: collection }).click();
  }

  /** Fills a field; what is typed before a form has settled is taken back by it. */
  async function write(name, value) {
    const field = page.getByRole('textbox', { name, exact: true }).first();
    for (let tries = 0; tries < 20; tries += 1) {
      // Fields below the screen are not there yet.
      if (!(await field.count())) {
        await page.mouse.move(600, 600);
        await page.mouse.wheel(0, 400);
        await page.waitForTimeout(200);
        continue;
      }
      await field.fill(value);
      await page.waitForTimeout(150);
      if ((await field.inputValue()) === value) return;
    }
    assert.fail(`«${name}» does not keep what is written`);
  }

  /** Saves and waits until so many files are other than before; what is in the folder then. */
  async function save(count = 1) {
    await page.getByRole('button', { name: 'Сохранить' }).click();
    for (let tries = 0; tries < 24; tries += 1) {
      await page.waitForTimeout(250);
      const now = await readFolder(page).catch(() => undefined);
      if (now && changes(now).length >= count) return now;
    }
    return assert.fail('nothing was saved');
  }

  /** Paths that are new or other than before. */
  function changes(now) {
    for (const path of Object.keys(files)) assert.ok(path in now, `${path} is gone`);
    return Object.keys(now).filter((path) => files[path] !== now[path]).sort();
  }

  /** What `portal check` calls a mistake in these files. */
  function errorsOf(now) {
    const copy = mkdtempSync(join(folder, 'check-'));
    // Attachments are not in the browser's folder, but the texts show them.
    cpSync(join(folder, 'content'), join(copy, 'content'), { recursive: true });
    for (const [path, text] of Object.entries(now)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
    const { stdout } = spawnSync(portalBin, ['check', '--content', join(copy, 'content'), '--format', 'json', '--date', '2026-11-22'], { maxBuffer: 1e8 });
    const said = JSON.parse(String(stdout));
    const list = Array.isArray(said) ? said : (said.diagnostics ?? said.problems);
    return list.filter((one) => one.severity === 'error').map((one) => `${one.file}: ${one.message}`);
  }

  /** The fields the editor has for a file. */
  function placeOf(path) {
    for (const collection of config.collections) {
      for (const file of collection.files ?? []) if (file.file === path) return file.fields;
      const inside = collection.folder && dirname(path) === collection.folder;
      if (inside && path.endsWith(`.${collection.extension}`)) return collection.fields;
    }
    return undefined;
  }
});

function unknownKeys(table, fields, at = '') {
  return Object.entries(table).flatMap(([key, value]) => {
    const field = fields.find((one) => one.name === key);
    if (!field) return [at + key];
    const inner = Array.isArray(value) ? value : [value];
    const tables = inner.filter((one) => one && typeof one === 'object' && !(one instanceof Date) && field.fields);
    return tables.flatMap((one) => unknownKeys(one, field.fields, `${at}${key}.`));
  });
}

function texts(folder, prefix) {
  const found = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    // Attachments are no texts; the editor shows them in its own place.
    if (!entry.isFile() || !/\.(toml|md|json)$/.test(entry.name)) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    found[prefix + file.slice(folder.length + 1)] = readFileSync(file, 'utf8');
  }
  return found;
}

function run(...parameters) {
  const { status, stderr } = spawnSync(portalBin, parameters);
  assert.equal(status, 0, String(stderr));
}
