// Elements made by scripts. Data becomes text nodes and attributes, never markup.

/** An element with attributes and children. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  node.append(...children);
  return node;
}
