// The built site as data: every file by its path, every page read once.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from './html.mjs';

/** Paths use `/` and start without one: `rayony/index.html`. */
export class Site {
  #pages = new Map();

  constructor(dir) {
    this.dir = dir;
    this.files = new Map();
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = join(entry.parentPath ?? entry.path, entry.name);
      this.files.set(full.slice(dir.length + 1).replaceAll('\\', '/'), full);
    }
    this.folders = new Set();
    for (const path of this.files.keys()) {
      for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
        this.folders.add(path.slice(0, cut));
      }
    }
  }

  /** HTML files, sorted. */
  get htmlFiles() {
    return [...this.files.keys()].filter((path) => path.endsWith('.html')).sort();
  }

  text(path) {
    return readFileSync(this.files.get(path), 'utf8');
  }

  size(path) {
    return statSync(this.files.get(path)).size;
  }

  /** The elements of an HTML or SVG file. */
  elements(path) {
    if (!this.#pages.has(path)) this.#pages.set(path, parse(this.text(path)));
    return this.#pages.get(path);
  }

  ids(path) {
    return new Set(this.elements(path).flatMap(({ name, attrs }) => [attrs.id, name === 'a' ? attrs.name : null].filter(Boolean)));
  }
}

/** `rayony/index.html` is the page `rayony/`, the home page is the empty path. */
export function pagePath(file) {
  return file === 'index.html' ? '' : file.replace(/\/index\.html$/, '/');
}

/** A page that only sends on to another address. */
export function isRedirect(elements) {
  return elements.some(({ name, attrs }) => name === 'meta' && attrs['http-equiv']?.toLowerCase() === 'refresh');
}
