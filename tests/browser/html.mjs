// A small reader of HTML for pages that the Nu checker has already found valid:
// elements in document order with attributes, parents, text and line numbers.
// It knows nothing of the site.

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const TAG = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Returns the elements of a document in order. */
export function parse(html) {
  const elements = [];
  const root = { name: '#root', attrs: {}, parent: null, text: '', line: 1, source: '' };
  let open = root;
  let line = 1;
  let counted = 0;
  let last = 0;

  const lineAt = (index) => {
    for (; counted < index; counted += 1) if (html.charCodeAt(counted) === 10) line += 1;
    return line;
  };
  const addText = (text) => {
    if (!text) return;
    const decoded = decode(text);
    for (let node = open; node; node = node.parent) node.text += decoded;
  };

  TAG.lastIndex = 0;
  for (let match; (match = TAG.exec(html)); ) {
    addText(html.slice(last, match.index));
    last = TAG.lastIndex;
    const [source, closing, rawName, rawAttrs] = match;
    if (!rawName) continue;
    const name = rawName.toLowerCase();
    if (closing) {
      let node = open;
      while (node && node.name !== name) node = node.parent;
      if (node?.parent) open = node.parent;
      continue;
    }
    const element = {
      name,
      attrs: attributes(rawAttrs),
      parent: open,
      text: '',
      line: lineAt(match.index),
      source,
    };
    elements.push(element);
    const selfClosed = rawAttrs.trimEnd().endsWith('/');
    if (RAW.has(name) && !selfClosed) {
      const end = html.toLowerCase().indexOf(`</${name}`, last);
      const stop = end < 0 ? html.length : end;
      const inner = html.slice(last, stop);
      element.text = name === 'script' || name === 'style' ? inner : decode(inner);
      const close = html.indexOf('>', stop);
      last = close < 0 ? html.length : close + 1;
      TAG.lastIndex = last;
    } else if (!VOID.has(name) && !selfClosed) {
      open = element;
    }
  }
  addText(html.slice(last));
  return elements;
}

export function inside(element, name) {
  for (let node = element.parent; node; node = node.parent) if (node.name === name) return true;
  return false;
}

export function hasClass(element, name) {
  return (element.attrs.class ?? '').split(/\s+/).includes(name);
}

export function contains(ancestor, element) {
  for (let node = element.parent; node; node = node.parent) if (node === ancestor) return true;
  return false;
}

export function decode(text) {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, body) => {
    if (body[0] !== '#') return NAMED[body.toLowerCase()] ?? whole;
    const code = body[1].toLowerCase() === 'x' ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10);
    return String.fromCodePoint(code);
  });
}

function attributes(raw) {
  const attrs = {};
  for (const [, name, double, single, bare] of raw.matchAll(ATTRIBUTE)) {
    attrs[name.toLowerCase()] ??= decode(double ?? single ?? bare ?? '');
  }
  return attrs;
}
