// The words of pictures, shown by the stylesheet where a reader wants no pictures.

import { el } from '../search/element.js';

for (const picture of document.querySelectorAll('main img[alt]')) {
  if (picture.alt) picture.after(el('span', { class: 'picture-words' }, picture.alt));
}
