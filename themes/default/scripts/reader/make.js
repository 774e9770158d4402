// What several parts for the reader do: buttons, words for readers of the screen, other pages of the portal.

import { el } from '../search/element.js';

/** A button with its work. */
export function button(look, words, work) {
  const node = el('button', { class: look, type: 'button' }, words);
  node.onclick = work;
  return node;
}

/** Tells readers of the screen what has changed. */
export function say(text) {
  const region = document.querySelector('#said') ?? document.body.appendChild(el('p', { id: 'said', class: 'visually-hidden', role: 'status' }));
  region.textContent = '';
  // A region must be known before its words change, and the same words must change to be said again.
  setTimeout(() => region.append(text), 60);
}

/** The page at an address of this portal. */
export async function pageAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
