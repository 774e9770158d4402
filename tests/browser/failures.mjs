// A list of faults becomes one readable failure: the first ones in full, the
// number of the others.
export class Failures {
  #lines = [];
  #page;

  /** With a page, all faults are of that page and `add` takes only what and node. */
  constructor(page) {
    this.#page = page;
  }

  add(...fault) {
    const [page, what, node] = this.#page === undefined ? fault : [this.#page, ...fault];
    this.#lines.push(`${page}: ${what}${node ? `\n      ${shorten(node)}` : ''}`);
  }

  get count() {
    return this.#lines.length;
  }

  /** Throws when something was added. */
  report(shown = 20) {
    if (this.#lines.length === 0) return;
    const rest = this.#lines.length - shown;
    const text = this.#lines.slice(0, shown).map((line) => `  - ${line}`).join('\n');
    const error = new Error(`${this.#lines.length} fault(s)\n${text}${rest > 0 ? `\n  … and ${rest} more` : ''}`);
    error.stack = '';
    throw error;
  }
}

export function shorten(text, limit = 220) {
  const flat = String(text).replace(/\s+/g, ' ').trim();
  return flat.length > limit ? `${flat.slice(0, limit)}…` : flat;
}
