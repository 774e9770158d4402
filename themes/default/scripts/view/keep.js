// Storing a choice. Nothing is stored before the reader chooses something, and nothing of it leaves the browser.

import { keyOf } from './state.js';

/** Stores an object; one without values is removed. Where the browser stores nothing, the choice holds for one page. */
export function keep(what, value) {
  try {
    if (Object.values(value).some(Boolean)) localStorage.setItem(keyOf(what), JSON.stringify(value));
    else localStorage.removeItem(keyOf(what));
  } catch (error) {
    console.warn(error);
  }
}
