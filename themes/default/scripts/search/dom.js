// What all parts of the search page share. Data becomes text nodes and attributes, never markup; words for people
// stand in the templates (search.html, search-parts.html).

/** Folder of the site, with a slash at the end: the published script lies in `assets/`. */
export const siteRoot = new URL('../', import.meta.url);

/** The element of the page that a template marks with `data-part`. */
export const part = (name) => document.querySelector(`[data-part=${name}]`);

/** A copy of the words that a template has for a code: `said('kind', 'event')`. */
export const said = (what, code) => part('vocabulary')?.content.querySelector(`[data-${what}="${CSS.escape(code)}"]`)?.cloneNode(true);

/** What is given, in one line. */
export const line = (words, sign = ', ') => words.filter(Boolean).join(sign);
