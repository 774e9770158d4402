// The search page. The form holds the state, the address repeats it, everything shown follows from it. The same script
// serves the page for unknown addresses.

import { ownDay } from '../view/day.js';
import { part, said, siteRoot } from './dom.js';
import { el } from './element.js';
import { openIndex } from './engine.js';
import { kindsFound, resultItem } from './results.js';

const SIZE = 10;
// Their cards are few files: they are shown while the others still come.
const FIRST = 3;
const LONGEST = 200;
const PAUSE = 120;
const FONT_PAUSE = 3000;

// What was found is on the screen before anything else is done.
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));

let opened;

/** The engine, opened once; a failure is forgotten, so that the next call tries again. */
const openEngine = () => (opened ??= openIndex(siteRoot.href).catch((error) => {
  opened = null;
  throw error;
}));

function searchPage(form) {
  const input = form.q;
  const [list, status, panel, more, failure] = ['list', 'status', 'panel', 'more', 'failure'].map(part);
  const groups = [...document.querySelectorAll('[data-facet]')];
  const ownTitle = document.title;
  let query;
  let filters;
  let answer;
  let choices;
  let suggest;
  let facets = {};
  let turn = 0;
  let typing;
  let timer;
  let before = 0;

  const loadChoices = async () => (choices ??= await import('./panel.js'));

  const options = (offset, limit) => ({
    filters,
    literal: form.tochno.checked,
    today: ownDay(),
    offset,
    limit,
  });

  /** From the form to what is asked; returns its address. */
  function readForm() {
    const data = new FormData(form);
    query = input.value.trim().slice(0, LONGEST);
    data.set('q', query);
    filters = {};
    for (const { dataset: { facet } } of groups) if (data.has(facet)) filters[facet] = data.getAll(facet);
    return `?${new URLSearchParams(data)}`;
  }

  /** From the address to the form. */
  function readAddress() {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get('q') ?? '';
    form.tochno.checked = asked.has('tochno');
    turn += 1;
    const show = () => {
      choices?.fillGroups(groups, facets, (name) => asked.getAll(name));
      readForm();
      typing = false;
      render();
    };
    if (choices || !groups.some(({ dataset }) => asked.has(dataset.facet))) show();
    else attempt(async (engine, isStale) => (await loadChoices(), isStale() || show()));
  }

  /** A step of history. A search that is being typed is one step, however many letters it has. */
  function step(isTyping) {
    const address = readForm();
    if (address !== location.search) history[typing && isTyping ? 'replaceState' : 'pushState'](null, '', address);
    typing = isTyping;
    render();
  }

  /** Does `work` with the engine and says so when it fails; `work` asks whether something newer is wanted meanwhile. */
  async function attempt(work) {
    const mine = turn;
    const isStale = () => mine !== turn;
    form.setAttribute('aria-busy', true);
    const error = await openEngine().then((engine) => work(engine, isStale)).then(() => null, (caught) => caught);
    if (error) console.warn(error);
    if (isStale()) return;
    form.setAttribute('aria-busy', false);
    failure.hidden = !error;
  }

  /** Shows the first results, then what may come later: the rest of them, suggestions, choices. */
  function render() {
    turn += 1;
    document.title = query ? `${query} — ${ownTitle}` : ownTitle;
    const isRefined = [...form.elements].some((box) => box.checked);
    attempt(async (engine, isStale) => {
      answer = query || isRefined ? await engine.search(query, { ...options(0, FIRST), brief: true }) : null;
      if (isStale()) return;
      let { total = 0, results = [] } = answer ?? {};
      failure.hidden = true;
      list.replaceChildren();
      append(results, engine);
      summarize(results);
      part('examples').hidden = !!answer;
      part('results').hidden = !total;
      part('nothing').hidden = !answer || total > 0;
      more.hidden = true;
      await painted();
      if (isStale()) return;
      if (typing) offer(engine).catch(console.warn);
      if (answer?.whole) results = await complete(engine, isStale);
      if (!isStale() && total > list.children.length) {
        const rest = await engine.search(query, options(FIRST, SIZE - FIRST));
        if (isStale()) return;
        append(rest.results, engine);
        summarize([...results, ...rest.results]);
      }
      if (choices || isRefined) (await loadChoices()).showChips(form, query);
      if (panel.open || isRefined) await showFacets(engine, isStale);
    });
  }

  function append(results, engine) {
    list.append(...results.map((result) => resultItem(result, answer, engine)));
    more.hidden = list.children.length >= answer?.total;
  }

  /** Brief results become whole ones, each in its place. */
  async function complete(engine, isStale) {
    const items = [...list.children];
    const whole = await answer.whole;
    if (isStale()) return;
    whole.forEach((result, at) => {
      const item = resultItem(result, answer, engine);
      // Who has already moved to a result stays there.
      if (!items[at]) list.append(item);
      else if (!items[at].contains(document.activeElement)) items[at].replaceWith(item);
    });
    return whole;
  }

  /** Says how many there are and how the query was read; the same is not said twice. */
  function summarize(results) {
    const words = answer ? summary(results) : [];
    const text = words.map((piece) => piece.textContent ?? piece).join('');
    if (text !== status.textContent) status.replaceChildren(...words);
  }

  function summary(results) {
    const { total, interpreted } = answer;
    const kinds = total === results.length ? `: ${kindsFound(results)}` : '';
    // Thousands stand apart.
    const words = [total ? `Нашлось ${`${total}`.replace(/\B(?=(...)+$)/g, '\xa0')}${kinds}.` : 'Ничего не нашлось.'];
    if (input.value.length > LONGEST) words.push(' ', said('how', 'long'));
    const isGuess = ({ how }) => /layout|typo|beginning/.test(how);
    const told = interpreted.filter((one) => total || !isGuess(one));
    // Another layout is told like a slip of the finger.
    for (const one of told) words.push(' ', said('how', one.how.replace('layout', 'typo')).textContent.replace(/FROM|TO/g, (name) => one[name.toLowerCase()]));
    if (told.some(isGuess)) words.push(' ', el('a', { href: `${readForm()}&tochno=1` }, `Искать точно: «${query}»`));
    return words;
  }

  async function showFacets(engine, isStale) {
    const [counted, { fillGroups, showChips }] = await Promise.all([engine.facets(query, options()), loadChoices()]);
    if (isStale()) return;
    facets = counted;
    fillGroups(groups, facets, (name) => filters[name] ?? []);
    showChips(form, query);
  }

  /** Suggestions for what is being typed; the search itself says when something cannot be loaded. */
  async function offer(engine) {
    const mine = query;
    const [hints, { comboBox }] = await Promise.all([mine ? engine.suggest(mine) : [], import('./box.js')]);
    suggest ??= comboBox(input, part('hints'));
    if (mine === query && typing) suggest(hints);
  }

  input.oninput = () => {
    clearTimeout(timer);
    // What comes at once, pasted or spoken, is no letter of a word that is still being typed.
    const isTyped = Math.abs(input.value.length - before) < 2;
    before = input.value.length;
    if (isTyped) timer = setTimeout(step, PAUSE, true);
    else step(true);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    clearTimeout(timer);
    step(typing);
    typing = false;
    suggest?.([]);
    // The keyboard of a phone hides what was found.
    if (matchMedia('(pointer: coarse)').matches) input.blur();
  };
  more.onclick = () => attempt(async (engine, isStale) => {
    const offset = list.children.length;
    const { results } = await engine.search(query, options(offset, SIZE));
    if (isStale()) return;
    append(results, engine);
    list.children[offset].querySelector('a').focus();
  });
  failure.querySelector('button').onclick = readAddress;
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
  part('refine').onclick = () => panel.open || attempt(showFacets);
  addEventListener('popstate', readAddress);
  panel.open = matchMedia('(min-width: 60rem)').matches;
  // What was typed before the script came is asked at once.
  if (input.value && !location.search) step(true);
  else readAddress();
  // The answer matters more than the typeface, which comes when the line is free.
  setTimeout(() => document.documentElement.classList.remove('late-font'), FONT_PAUSE);
}

if (part('search')) searchPage(part('search'));
else Promise.all([import('./missing.js'), openEngine()]).then(([{ missingPage }, engine]) => missingPage(engine)).catch(() => {});
