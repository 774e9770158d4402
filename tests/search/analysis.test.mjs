// The script's analysis by the vectors that the program's own analysis keeps, too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Analyzer } from '../../themes/default/scripts/search/analysis.js';
import { dates } from '../../themes/default/scripts/search/dates.js';
import { layout } from '../../themes/default/scripts/search/guesses.js';
import { near, skeleton } from '../../themes/default/scripts/search/letters.js';
import { CALENDAR } from '../../themes/default/scripts/search/understand.js';
import { words } from '../../themes/default/scripts/search/words.js';

const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8'));
const analyzer = new Analyzer(vectors.exceptionsText);

test('forms of a word have one term', () => {
  for (const forms of vectors.same) assert.equal(new Set(forms.map((form) => analyzer.term(form))).size, 1, `${forms}: ${forms.map((form) => analyzer.term(form))}`);
});

test('different words have different terms', () => {
  for (const [one, other] of vectors.different) assert.notEqual(analyzer.term(one), analyzer.term(other), `${one}, ${other}`);
});

test('terms', () => {
  for (const [word, term] of vectors.terms) assert.equal(analyzer.term(word), term, word);
});

test('tokens', () => {
  for (const [text, expected] of vectors.tokens) {
    const found = analyzer.tokens(text).map(({ term, at, start, end, stop }) => [term, at, text.slice(start, end), stop]);
    assert.deepEqual(found, expected, text);
  }
});

test('layout', () => {
  for (const [text, expected] of vectors.layout) assert.equal(layout(text), expected, text);
});

test('near', () => {
  for (const [one, other, expected] of vectors.near) {
    assert.equal(near(one, other), expected, `${one}, ${other}`);
    assert.equal(near(other, one), expected, `${other}, ${one}`);
  }
});

test('skeleton', () => {
  for (const [term, expected] of vectors.skeleton) assert.equal(skeleton(term), expected, term);
});

test('dates', () => {
  for (const [text, expected] of vectors.dates) {
    const found = dates(text, vectors.today).map(({ from, to, words, tokens }) => [from, to, words, tokens]);
    assert.deepEqual(found, expected, text);
  }
});

test('every date is noticed before the part that reads dates is loaded', () => {
  const isNoticed = (text) => words(text).some((word) => CALENDAR.test(word.text));
  const texts = vectors.dates.map(([text]) => text);
  for (const month of ['январ', 'феврал', 'апрел', 'ма', 'июн', 'июл', 'сентябр', 'октябр', 'ноябр', 'декабр']) texts.push(...['ь', 'я', 'ю', 'е', 'ем', 'й'].map((end) => month + end));
  texts.push(...'март марта марту мартом марте август августа янв фев апр июн июл авг сент окт нояб дек'.split(' '));
  texts.push(...'весна весны весне весну весной весною лето лета летом осень осени осенью зимой зимою вчера сегодня завтра'.split(' '));
  texts.push('в прошлом году', 'этот год', 'следующий месяц', 'в будущем месяце', 'I квартал', 'первое полугодие');
  for (const text of texts) if (dates(text, vectors.today).length) assert.ok(isNoticed(text), text);
  for (const text of ['родительское собрание', 'школа', 'программа наставничества', 'малышевская школа', 'подготовка к экзаменам']) assert.ok(!isNoticed(text), text);
});
