// Text to terms; the same as src/search/analysis. To be replaced: only what the page needs stands here.

/** Turns words into terms. */
export class Analyzer {
  constructor(exceptions = '') {
    this.exceptions = exceptions;
  }

  /** The term of one word. */
  term(word) {
    return word.toLowerCase().replaceAll('ё', 'е');
  }
}
