// The search page. The form holds the state, the address repeats it, everything shown follows from it. The same script
// serves the page for unknown addresses.

import { comboBox } from './box.js';
import { el, part, siteRoot } from './dom.js';
import { openIndex } from './engine.js';
import { facetGroups, fillGroup } from './facets.js';
import { missingPage } from './missing.js';
import { kindsFound, resultItem } from './results.js';

const PAGE_SIZE = 20;
const LONGEST = 200;
const TYPING_PAUSE = 120;

let opened;

/** The engine, opened once; a failure is forgotten, so that the next call tries again. */
const openEngine = () => (opened ??= openIndex(siteRoot.href).catch((error) => {
  opened = null;
  throw error;
}));

function searchPage(form) {
  const input = form.q;
  const suggest = comboBox(input, part('hints'));
  const [list, status, panel, more, failure] = ['list', 'status', 'panel', 'more', 'failure'].map(part);
  const ownTitle = document.title;
  let query;
  let filters;
  let answer;
  let facets = {};
  let turn = 0;
  let typing;
  let timer;

  const options = (offset) => ({
    filters,
    literal: form.tochno.checked,
    // The visitor's own day: «в этом месяце» is meant by their calendar. Swedes write dates as ISO does.
    today: new Date().toLocaleDateString('sv'),
    offset,
    limit: PAGE_SIZE,
  });

  /** From the form to what is asked; returns its address. */
  function readForm() {
    const data = new FormData(form);
    query = input.value.trim().slice(0, LONGEST);
    data.set('q', query);
    filters = {};
    for (const { dataset: { facet } } of facetGroups) if (data.has(facet)) filters[facet] = data.getAll(facet);
    return `?${new URLSearchParams(data)}`;
  }

  /** From the address to the form. */
  function readAddress() {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get('q') ?? '';
    form.tochno.checked = asked.has('tochno');
    for (const group of facetGroups) fillGroup(group, facets, asked.getAll(group.dataset.facet));
    readForm();
    typing = false;
    render();
  }

  /** A step of history. A search that is being typed is one step, however many letters it has. */
  function step(isTyping) {
    const address = readForm();
    if (address !== location.search) history[typing && isTyping ? 'replaceState' : 'pushState'](null, '', address);
    typing = isTyping;
    render();
  }

  /** Does `work` with the engine and says so when it fails; `work` asks whether something newer is wanted meanwhile. */
  async function withEngine(work) {
    const mine = turn;
    const isStale = () => mine !== turn;
    form.ariaBusy = true;
    const error = await openEngine().then((engine) => work(engine, isStale)).catch((caught) => {
      console.warn(caught);
      return caught;
    });
    if (isStale()) return;
    form.ariaBusy = false;
    failure.hidden = !error;
  }

  function render() {
    turn += 1;
    document.title = query ? `${query} — ${ownTitle}` : ownTitle;
    showChips();
    withEngine(async (engine, isStale) => {
      const refined = Object.keys(filters)[0];
      const found = (query || refined) && await engine.search(query, options(0));
      if (isStale()) return;
      answer = found;
      list.replaceChildren();
      status.replaceChildren(...found ? summary() : []);
      if (found) append(found, engine);
      part('examples').hidden = !!found;
      part('results').hidden = !found?.total;
      part('nothing').hidden = !found || found.total > 0;
      if (panel.open || refined) await showFacets(engine, isStale);
    });
  }

  function append({ results, total }, engine) {
    list.append(...results.map((result) => resultItem(result, answer.terms, engine.analyzer)));
    more.hidden = list.children.length >= total;
  }

  function summary() {
    const { total, results, interpreted = [] } = answer;
    const kinds = total === results.length ? `: ${kindsFound(results)}` : '';
    const words = [total ? `Нашлось ${total.toLocaleString('ru')}${kinds}.` : 'Ничего не нашлось.'];
    if (input.value.length > LONGEST) words.push(` Запрос длинный, ищем по первым ${LONGEST} знакам.`);
    const guessed = interpreted.filter(({ how }) => total && /layout|typo/.test(how));
    for (const { from, to } of guessed) words.push(` Показано по слову «${to}» вместо «${from}».`);
    for (const { how, to } of interpreted) if (how === 'everyday') words.push(` В документах об этом пишут так: ${to}.`);
    if (guessed[0]) words.push(' ', el('a', { href: `${readForm()}&tochno=1` }, `Искать точно: «${query}»`));
    return words;
  }

  /** What is chosen, each with a way to take it back. */
  function showChips() {
    const boxes = [...form.elements].filter((box) => box.checked);
    part('chips').replaceChildren(...boxes.map((box) => {
      const text = box.nextSibling.textContent;
      const chip = el('button', { type: 'button', class: 'tag-link', 'aria-label': `Убрать: ${text}` }, `${text} ×`);
      chip.onclick = () => {
        input.focus();
        box.click();
      };
      return el('li', {}, chip);
    }));
    part('reset').hidden = !boxes[0];
    part('reset').href = `?${new URLSearchParams({ q: query })}`;
  }

  async function showFacets(engine, isStale) {
    const counted = await engine.facets(query, options());
    if (isStale()) return;
    const { id } = document.activeElement;
    facets = counted;
    for (const group of facetGroups) fillGroup(group, facets, filters[group.dataset.facet] ?? []);
    document.getElementById(id)?.focus();
    showChips();
  }

  async function typed() {
    step(true);
    const mine = query;
    // When it fails, the search itself says so.
    const hints = mine && await openEngine().then((engine) => engine.suggest(mine)).catch(() => '');
    if (mine === query && typing) suggest(hints || []);
  }

  input.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(typed, TYPING_PAUSE);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    clearTimeout(timer);
    step(typing);
    typing = false;
    suggest([]);
    // The keyboard of a phone hides what was found.
    if (matchMedia('(pointer: coarse)').matches) input.blur();
  };
  more.onclick = () => withEngine(async (engine, isStale) => {
    const offset = list.children.length;
    const found = await engine.search(query, options(offset));
    if (isStale()) return;
    append(found, engine);
    list.children[offset].querySelector('a').focus();
  });
  failure.querySelector('button').onclick = render;
  // Links to other searches change the state in place.
  part('page').onclick = (event) => {
    const address = event.target.closest('a')?.getAttribute('href');
    if (address?.[0] !== '?' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    history.pushState(null, '', address);
    readAddress();
    input.focus();
  };
  panel.onchange = ({ target }) => target.form && step();
  part('refine').onclick = () => panel.open || withEngine(showFacets);
  addEventListener('popstate', readAddress);
  panel.open = matchMedia('(min-width: 60rem)').matches;
  readAddress();
}

if (part('search')) searchPage(part('search'));
else missingPage(openEngine).catch(() => {});
