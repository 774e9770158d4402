// Text → terms.

import { stem } from './stem.js';
import { words } from './words.js';

const STOP = new Set(
  'без будет будут бы был была были было быть вам вас во вот все всех вы где для до должен должна должны его ее если есть еще же за из или им ими их как какая какие каким каких какого какое какой какую когда кого кому которая которого которой которые который которых кто куда ли либо лишь меня мне можно мой мы на над надо нам нас наш не него нее нет ни них но ну нужно об она они оно от ото перед по под почему при про сам сама сами свои своих свой себе себя со собой собою так такая такие такое такой там то тоже только ту ты уже чего чем чему через что чтобы эта эти этих это этого этой этом этот эту'.split(' '),
);
const isStop = (word) => /^[^0-9]$/u.test(word) || STOP.has(word);
const isNumber = (word) => /^[0-9]/.test(word);
const folded = (word) => words(word).map(({ text }) => text).join('');

// «114-од», «114- од», «76-О», «114од», but not «2023 - для» or «2023 г».
const makesNumberOfAct = (digits, letters, between) =>
  isNumber(digits) && /^[^0-9]{1,3}$/u.test(letters) && ([...letters].length === 1 || !isStop(letters)) && !/^гг?$/.test(letters) && /^(?:\s*[-‐‑–]\s*)?$/.test(between);

export class Analyzer {
  // Exceptions to the rule: «term beginning end end,term beginning end».
  constructor(exceptions = '') {
    this.exceptions = new Map();
    for (const group of exceptions.split(',')) {
      const [term, beginning, ...ends] = group.split(' ');
      for (const end of ends) this.exceptions.set(beginning + end, term);
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
