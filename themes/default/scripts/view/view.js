// Stands in the head of every page and runs before the first paint, so that the page appears at once as its reader wants
// it; a module would come too late. Whatever can wait is in scripts/reader.

import { VIEW, show, stored } from './state.js';

show(stored(VIEW));
