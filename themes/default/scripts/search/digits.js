// Numbers as text; the counterpart of src/search/index/digits.rs.

const LAST = 45;

/** Reads numbers from a text of 90 printable characters. */
export class Digits {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get more() {
    return this.at < this.text.length;
  }

  symbol() {
    const code = this.text.charCodeAt(this.at);
    this.at += 1;
    return code - (code > 92 ? 36 : 35);
  }

  number() {
    let number = 0;
    for (let scale = 1; ; ) {
      const digit = this.symbol();
      if (!(digit >= LAST)) return number + (digit || 0) * scale;
      number += (digit - LAST) * scale;
      scale *= LAST;
      number += scale;
    }
  }
}
