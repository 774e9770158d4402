// Text → terms. The twin of src/search/analysis, function by function; tests/search/vectors.json holds them together.

// --- letters and words ---

// Letters of one alphabet as those of the other with the same number.
const swap = (text, from, to) => text.replace(/[^]/g, (c) => to[from.indexOf(c)] ?? c);
const TRULY_LATIN = /^(http|max|pc)$/;
const FRACTION = { '¼': '1/4', '½': '1/2', '¾': '3/4' };

function toCyrillic(word, capitals) {
  const russian = /[а-я]/.test(word);
  const abbreviation = capitals && /^[abcehkmoptxy]{2,}$/.test(word) && !TRULY_LATIN.test(word);
  return russian || abbreviation ? swap(word, 'abcehkmoptxy', 'авсенкмортху') : word;
}

// Folded words with their places: [{ text, start, end }].
export function words(text) {
  const found = [];
  let kind = 0; // 1 letters, 2 digits
  let word;
  let capitals;
  let at = 0;
  const finish = () => {
    if (kind === 1) word.text = toCyrillic(word.text, capitals);
    if (kind) found.push(word);
    kind = 0;
  };
  const add = (next, folded) => {
    if (kind !== next) {
      finish();
      kind = next;
      word = { text: '', start: at, end: at };
      capitals = true;
    }
    word.text += folded;
  };
  for (const c of text) {
    const end = at + c.length;
    if (/[0-9]/.test(c)) add(2, c);
    else if (FRACTION[c]) {
      finish();
      add(2, FRACTION[c]);
    } else if (/[\u0300-\u036f\u00ad\ufeff\u2060\u200b-\u200d]/.test(c)) {
      // U+0306 makes «й» of an «и» before it; the others mean nothing.
      if (c === '\u0306' && kind && word.text.endsWith('и')) word.text = word.text.slice(0, -1) + 'й';
    } else if (/\p{Alphabetic}/u.test(c)) {
      const [small] = c.toLowerCase();
      add(1, small === 'ё' ? 'е' : small);
      capitals &&= /\p{Uppercase}/u.test(c);
    } else if (c === '/' && kind === 2 && word.text.length !== 4 && /[0-9]/.test(text[end] ?? '')) word.text += c;
    else finish();
    if (kind) word.end = end;
    at = end;
  }
  finish();
  return found;
}

// --- stems ---

const GERUND = /([ая])(?:вшись|вши)$|[иы]вши(?:сь)?$/;
const ADJECTIVE = /(?:[иы]ми|[ео]го|[ео]му|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/;
const PARTICIPLE = /([ая])(?:ем|вш|ющ|щ)$|(?:[иы]вш|ующ)$/;
const VERB = /([ая])(?:ете|йте|ешь|ла|ли|ем|ло|ет|ют|ть|й|л)$|(?:ейте|уйте|уете|уешь|[иы]л[аио]|ите|ует|уют|уем|[иы]ть|ишь|ей|уй|[иы]л|им|ым|ят|[иы]т|ую|ю)$/;
const NOUN = /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|[аеийоуыьюя])$/;
const cut = (word, ending) => word.replace(ending, '$1');
const withoutFleeting = (stem) => stem.replace(/(.[^аеиоуыэюя])(?:о(?=к)|е(?=[кцн]))(.)$/, '$1$2').replace(/([аеиоуыэюя])[ей]к$|(.)ь(?=.$)/, (_, vowel, any) => (vowel ? `${vowel}к` : any));

function stem(word) {
  if (word.length <= 3 || /[^а-я]/.test(word)) return word;
  // Endings are looked for behind the first vowel only.
  const [begin] = word.match(/^[^аеиоуыэюя]*[аеиоуыэюя]?/);
  let rest = word.slice(begin.length);
  if (GERUND.test(rest)) rest = cut(rest, GERUND);
  else {
    rest = rest.replace(/с[яь]$/, '');
    if (ADJECTIVE.test(rest)) rest = cut(rest.replace(ADJECTIVE, ''), PARTICIPLE);
    else if (VERB.test(rest)) rest = cut(rest, VERB);
    else rest = rest.replace(NOUN, '');
  }
  rest = rest.replace(/и$/, '');
  const region = (begin + rest).match(/^(?:[^аеиоуыэюя]*[аеиоуыэюя]+[^аеиоуыэюя]){2}/);
  const [ost] = rest.match(/ость?$/) ?? [''];
  if (ost && region && begin.length + rest.length - ost.length >= region[0].length) rest = rest.slice(0, -ost.length);
  let stem = begin + rest;
  const plain = rest.replace(/ейше?$/, '');
  if (plain !== rest) stem = (begin + plain).replace(/нн$/, 'н');
  else if (stem.endsWith('нн')) stem = stem.slice(0, -1);
  else stem = begin + rest.replace(/ь$/, '');
  // Tails that look like an ending in some forms of a word are cut off in all.
  for (const [tail, least] of [[/[ое]ва?$/, 3], [/(?:[еиыоа]м)$/, 2], [/[иы][тл]$/, 2]]) {
    const shorter = begin + stem.slice(begin.length).replace(tail, '');
    if (shorter.length >= least) stem = shorter;
  }
  stem = stem.replace(/^(...+[ая])л$/, '$1').replace(/^(..+)е$/, '$1');
  stem = withoutFleeting(stem);
  return stem.endsWith('нн') ? withoutFleeting(stem.slice(0, -1)) : stem;
}

// --- the analyzer ---

const STOP = new Set(
  'без бы быть вам вас во вот все всех вы где для до его ее если есть еще же за из или им ими их как какая какие каким какого какой какую когда которая которого которой которые который которых кто куда ли либо лишь меня мне можно мой мы на над нам нас наш не него нее нет ни них но ну об она они оно от ото перед по под при про себе себя со собой собою так такая такие такое такой там то тоже только ту ты уже чего чем через что чтобы эта эти этих это этого этой этом этот эту'.split(' '),
);
const isStop = (word) => /^[^0-9]$/u.test(word) || STOP.has(word);
const isNumber = (word) => /^[0-9]/.test(word);
const folded = (word) => words(word).map(({ text }) => text).join('');

// «114-од», «114- од», «76-О», «114од», but not «2023 - для» or «2023 г».
const makesNumberOfAct = (digits, letters, between) =>
  isNumber(digits) && /^[^0-9]{1,3}$/u.test(letters) && ([...letters].length === 1 || !isStop(letters)) && !/^гг?$/.test(letters) && /^(?:\s*[-‐‑–]\s*)?$/.test(between);

export class Analyzer {
  // Exceptions to the rule: «term form form,term form».
  constructor(exceptions = '') {
    this.exceptions = new Map();
    for (const group of exceptions.split(',')) {
      const [term, ...forms] = group.split(' ');
      for (const form of forms) this.exceptions.set(form, term);
    }
  }

  // The term of one word, in any letters.
  term(word) {
    const text = folded(word);
    return this.exceptions.get(text) ?? stem(text);
  }

  // [{ term, at, start, end, stop }]; a joined term has the number of its digits.
  tokens(text) {
    const all = words(text);
    return all.flatMap(({ text: word, start, end }, at) => {
      const token = { term: this.exceptions.get(word) ?? stem(word), at, start, end, stop: isStop(word) };
      const next = all[at + 1];
      const joined = next && makesNumberOfAct(word, next.text, text.slice(end, next.start));
      return joined ? [token, { term: word + next.text, at, start, end: next.end, stop: false }] : [token];
    });
  }
}

// --- likeness ---

// Exactly one letter more, less or another, or two neighbours swapped.
export function near(a, b) {
  const [short, long] = [[...a], [...b]].sort((one, other) => one.length - other.length);
  const same = long.findIndex((letter, at) => letter !== short[at]);
  if (same < 0) return false;
  const rest = (letters, from) => letters.slice(same + from).join('');
  if (long.length > short.length) return rest(short, 0) === rest(long, 1);
  return rest(short, 1) === rest(long, 1) || (short[same] === long[same + 1] && short[same + 1] === long[same] && rest(short, 2) === rest(long, 2));
}

// What is left of a term when letters often confused count as one; shards are cut by it.
export function skeleton(term) {
  return term.replace(/[ьъ]/g, '').replace(/о/g, 'а').replace(/[еэяый]/g, 'и').replace(/ю/g, 'у').replace(/([^0-9])\1+/gu, '$1');
}

// --- the other keyboard layout ---

const ENGLISH = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';

// Latin words become Russian; when there is none, Russian ones become Latin. Null when nothing changes.
export function layout(text) {
  const meantRussian = (part) => /[a-z]/i.test(part) && !/[\u0400-\u04ff]/.test(part);
  const parts = text.split(/(\s+)/);
  const changed = parts.some(meantRussian)
    ? parts.map((part) => (meantRussian(part) ? swap(part, ENGLISH, RUSSIAN) : part)).join('')
    : swap(text, RUSSIAN, ENGLISH);
  return changed === text ? null : changed;
}

// --- dates ---

const MONTH = /^(?:(январ|феврал|апрел|ма|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|ю|е|ем|й)|(март|август)(?:|а|у|ом|ь|я|ю|е|ем|й)|(янв|фев|апр|июн|июл|авг|сент|окт|нояб|дек))$/;
const MONTHS = 'янв фев мар апр ма июн июл авг сен окт ноя дек'.split(' ');
const SEASONS = [[/^весн(?:[аыеу]|о[йю])$/, [3, 4, 5]], [/^лет(?:[оа]|ом)$/, [6, 7, 8]], [/^осен(?:[ьи]|ью)$/, [9, 10, 11]], [/^зимо[йю]$/, [12, 1, 2]]];
const ORDINALS = [/^(?:1|i)$|^перв/, /^(?:2|ii)$|^втор/, /^(?:3|iii)$|^трет/, /^(?:4|iv)$|^четверт/];
const RELATIVE = { вчера: -1, сегодня: 0, завтра: 1, прошлом: -1, прошлый: -1, этом: 0, этот: 0, текущем: 0, текущий: 0, следующем: 1, следующий: 1, будущем: 1 };
const two = (number) => String(number).padStart(2, '0');
const monthTerm = (year, month) => `@${year ? `${year}-` : ''}${two(month)}`;
const dayTerm = (year, month, day) => `${monthTerm(year, month)}-${two(day)}`;
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const isHyphen = (between) => /^\s*[-‐‑–—]\s*$/.test(between);
const monthOf = (word) => MONTH.test(word) && MONTHS.findIndex((begin) => word.startsWith(begin)) + 1;

// Date expressions of a query: [{ from, to (numbers of words), words, tokens }]. `today` is «2026-11-22».
export function dates(text, today) {
  const all = words(text);
  const word = (at) => all[at]?.text ?? '';
  const between = (at) => (all[at + 1] ? text.slice(all[at].end, all[at + 1].start) : '');
  const number = (at, from, to) => (/^[0-9]+$/.test(word(at)) && +word(at) >= from && +word(at) <= to ? +word(at) : null);
  // [year or null, number of the next word]
  const year = (at) => {
    const found = number(at, 1990, 2099);
    return found ? [found, at + (/^(?:гг?|год[ауеы]?|годом)$/.test(word(at + 1)) ? 2 : 1)] : [null, at];
  };

  const ofYear = (at, months) => {
    const [named, next] = year(at);
    return [next, months.map((month) => monthTerm(named, month))];
  };
  const dotted = (at) => {
    const [day, month] = [number(at, 1, 31), number(at + 1, 1, 12)];
    if (!day || !month || between(at) !== '.' || word(at + 1).length !== 2) return null;
    if (between(at + 1) === '.') {
      const [found, next] = year(at + 2);
      if (found) return [next, [dayTerm(found, month, day)]];
      const short = number(at + 2, 0, 99);
      if (short !== null && word(at + 2).length === 2) return [at + 3, [dayTerm(2000 + short, month, day)]];
    }
    return [at + 2, [dayTerm(null, month, day)]];
  };
  const days = (at) => {
    const found = [number(at, 1, 31)];
    if (!found[0]) return null;
    let next = at + 1;
    for (;;) {
      const step = /^(?:и|по)$/.test(word(next)) ? 2 : 1;
      const day = number(next + step - 1, 1, 31);
      if (!day) break;
      if (isHyphen(between(next - 1)) || word(next) === 'по') found.push(...range(found.at(-1) + 1, Math.max(day - 1, found.at(-1))));
      found.push(day);
      next += step;
    }
    const month = monthOf(word(next));
    if (!month) return null;
    const [named, after] = year(next + 1);
    return [after, found.map((day) => dayTerm(named, month, day))];
  };
  const partOfYear = (at) => {
    const part = ORDINALS.findIndex((name) => name.test(word(at)));
    if (part < 0) return null;
    const name = /^(?:й|м|е|го|ое|ый|ом)$/.test(word(at + 1)) ? at + 2 : at + 1;
    const length = word(name).startsWith('квартал') ? 3 : word(name).startsWith('полугоди') && part < 2 ? 6 : 0;
    if (!length) return null;
    return ofYear(name + 1, range(part * length + 1, (part + 1) * length));
  };
  const months = (at) => {
    const first = monthOf(word(at));
    if (!first) return null;
    const second = isHyphen(between(at)) && monthOf(word(at + 1));
    const last = second || first;
    const [named, next] = year(at + (second ? 2 : 1));
    // «ноябрь–январь 2023» begins in 2022.
    const term = (month) => monthTerm(named && named - (first > last && month <= 12), ((month - 1) % 12) + 1);
    return [next, range(first, first + ((last + 12 - first) % 12)).map(term)];
  };
  const season = (at) => {
    const found = SEASONS.find(([name]) => name.test(word(at)));
    return found && ofYear(at + 1, found[1]);
  };
  const relative = (at) => {
    const step = RELATIVE[word(at)];
    if (step === undefined) return null;
    if (/^(?:вчера|сегодня|завтра)$/.test(word(at))) {
      const day = new Date(`${today}T00:00:00Z`);
      day.setUTCDate(day.getUTCDate() + step);
      return [at + 1, [`@${day.toISOString().slice(0, 10)}`]];
    }
    const [thisYear, thisMonth] = today.split('-').map(Number);
    if (/^год[у]?$/.test(word(at + 1))) return [at + 2, [`@${thisYear + step}`]];
    const month = thisYear * 12 + thisMonth - 1 + step;
    return /^месяце?$/.test(word(at + 1)) ? [at + 2, [monthTerm(Math.floor(month / 12), (month % 12) + 1)]] : null;
  };
  const onlyYear = (at) => {
    const [named, next] = year(at);
    return named && [next, [`@${named}`]];
  };

  const found = [];
  for (let from = 0; from < all.length; ) {
    const [next, tokens] = [dotted, days, partOfYear, months, season, relative, onlyYear].reduce((known, kind) => known ?? kind(from), null) ?? [from + 1];
    if (tokens) found.push({ from, to: next - 1, words: text.slice(all[from].start, all[next - 1].end), tokens });
    from = next;
  }
  return found;
}
