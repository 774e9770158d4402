// What the reader's browser remembers for this portal. Many portals may share one host, so the names of what is stored
// hold the folder of the portal. A browser that stores nothing (a private window, a full disk) is no failure.

/** What can be chosen: `data-size`, `data-colors` … on the root element; no attribute is «как обычно». */
export const CHOICES = ['size', 'colors', 'spacing', 'font', 'pictures'];
export const VIEW = 'view';
export const SCHOOL = 'school';

export const root = document.documentElement;

/** Folder of the portal, with a slash at the end: this script stands in every page and lies in `assets/`. */
export const siteRoot = new URL('../', document.querySelector('[data-view]').src);

export const keyOf = (what) => `${siteRoot.pathname}#${what}`;

/** What is stored, an object; empty when there is nothing. */
export function stored(what) {
  try {
    return Object(JSON.parse(localStorage[keyOf(what)]));
  } catch {
    return {};
  }
}

/** Makes the page look as `view` says, with the way to the remembered school when there is one. */
export function show(view) {
  const set = (name, value) => (value ? root.setAttribute(name, value) : root.removeAttribute(name));
  for (const name of CHOICES) set(`data-${name}`, view[name]);
  set('data-school', stored(SCHOOL).path);
}
