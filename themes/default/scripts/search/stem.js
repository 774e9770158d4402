// The part of a Russian word that all its forms share.

const GERUND = /([ая])(?:вшись|вши)$|[иы]вши(?:сь)?$/;
const ADJECTIVE = /(?:[иы]ми|[ео]го|[ео]му|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/;
const PARTICIPLE = /([ая])(?:ем|вш|ющ|щ)$|(?:[иы]вш|ующ)$/;
const VERB = /([ая])(?:ете|йте|ешь|ла|ли|ем|ло|ет|ют|ть|й|л)$|(?:ейте|уйте|уете|уешь|[иы]л[аио]|ите|ует|уют|уем|[иы]ть|ишь|ей|уй|[иы]л|им|ым|ят|[иы]т|ую|ю)$/;
const NOUN = /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|[аеийоуыьюя])$/;
const cut = (word, ending) => word.replace(ending, '$1');
const withoutFleeting = (stem) => stem.replace(/(.[^аеиоуыэюя])(?:о(?=к)|е(?=[кцн]))(.)$/, '$1$2').replace(/([аеиоуыэюя])[ей]к$|(.)ь(?=.$)/, (_, a, b) => b ?? a + 'к');

/** The stem of a folded word. */
export function stem(word) {
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
