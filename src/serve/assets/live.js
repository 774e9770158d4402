// Keeps the page in step with the portal while it is edited. The dev server adds this script to
// its answers; a built site does not have it.
(() => {
  "use strict";

  const host = document.getElementById("portal-live");
  if (!host || !("EventSource" in window)) return;

  const SCROLL = "portal-live-scroll";
  const CLOSED = "portal-live-closed";
  let seen = host.dataset.seen; // what this page shows, in the words of the server
  let source = null;
  let again = 0;
  let asked = 0;

  // The storage may be forbidden; then the page merely forgets.
  function remember(key, value) {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, value);
    } catch {}
  }
  function recall(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  }

  // A hidden page lets go of its connection, since a browser has only six for one address. It
  // misses nothing: the server compares what the page has seen with what there is.
  function connect() {
    clearTimeout(again);
    if (source || document.hidden) return;
    const page = encodeURIComponent(location.pathname);
    source = new EventSource("/__portal/events?page=" + page + "&seen=" + encodeURIComponent(seen));
    source.addEventListener("reload", reload);
    source.addEventListener("styles", (event) => {
      seen = event.data;
      restyle();
    });
    source.addEventListener("problems", (event) => {
      seen = event.data;
      refresh();
    });
    source.onerror = () => {
      disconnect();
      again = setTimeout(connect, 500);
    };
  }
  function disconnect() {
    clearTimeout(again);
    if (source) source.close();
    source = null;
  }

  // A changed page is put in place of the old one: quicker than loading it anew, and the reader stays where he is.
  // A page with other styles or with scripts of its own is loaded as a whole.
  async function reload() {
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = fresh.getElementById("portal-live");
      if (!answer.ok || !next || looks(fresh) !== looks(document)) return load();
      seen = host.dataset.seen = next.dataset.seen;
      document.title = fresh.title;
      swap(fresh);
      host.innerHTML = next.innerHTML;
      obeyClosing();
    } catch {
      load();
    }
  }
  function looks(page) {
    const parts = page.querySelectorAll('link[rel~="stylesheet"], script[src]');
    return Array.from(parts, (part) => part.getAttribute("href") || part.getAttribute("src")).join(" ");
  }
  // Everything in the body but what the server added to it.
  function own(page) {
    return Array.from(page.body.childNodes).filter(
      (node) => node.id !== "portal-live" && !/^(LINK|SCRIPT)$/.test(node.nodeName),
    );
  }
  function swap(fresh) {
    const [left, top] = [scrollX, scrollY];
    for (const marked of document.querySelectorAll("[data-portal-changed]")) unmark(marked);
    const [before, now] = [document.querySelector("main"), fresh.querySelector("main")];
    const changed = before && now ? changes(before, now, []) : [];
    for (const node of own(document)) node.remove();
    document.body.prepend(...own(fresh));
    scrollTo({ left, top, behavior: "instant" });
    const visible = changed.filter((change) => change.now.getClientRects().length > 0);
    show((visible.find((change) => change.words) || visible[0])?.now);
  }
  // The smallest elements of the new page that differ from the old one, in the order of the page; whether words differ,
  // since counts and shares change along with what the author has written.
  function changes(before, now, found) {
    if (before.isEqualNode(now)) return found;
    const [old, fresh] = [Array.from(before.children), Array.from(now.children)];
    const other = fresh.filter((child, index) => !old[index] || !old[index].isEqualNode(child));
    if (other.length === 0 || old.length !== fresh.length) {
      found.push({ now: other[0] || now, words: wordsOf(before) !== wordsOf(now) });
    }
    else for (const child of other) changes(old[fresh.indexOf(child)], child, found);
    return found;
  }
  function wordsOf(element) {
    return element.textContent.replace(/\d+/g, "");
  }
  // The author sees what he has changed, wherever on the page it is.
  function show(element) {
    if (!element) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
    element.dataset.portalChanged = "";
    setTimeout(unmark, 2500, element);
  }
  function unmark(element) {
    delete element.dataset.portalChanged;
  }
  function load() {
    disconnect();
    remember(SCROLL, JSON.stringify([location.pathname + location.search, scrollX, scrollY]));
    location.reload();
  }
  function restoreScroll() {
    const [place, left, top] = JSON.parse(recall(SCROLL) || "[]");
    remember(SCROLL, null);
    if (place !== location.pathname + location.search) return;
    const go = () => scrollTo({ left, top, behavior: "instant" });
    go();
    // Late images and fonts move the page once more.
    addEventListener("load", go, { once: true });
  }

  // The old sheet stays until the new one is there, so the page never flashes.
  function restyle() {
    for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(old.href);
      const foreign = address.origin !== location.origin;
      if (foreign || address.pathname.startsWith("/__portal/") || "portalOld" in old.dataset) continue;
      const fresh = old.cloneNode();
      address.searchParams.set("portal", seen);
      fresh.href = address.href;
      fresh.onload = fresh.onerror = () => old.remove();
      old.dataset.portalOld = "";
      old.after(fresh);
    }
  }

  async function refresh() {
    const turn = ++asked;
    try {
      const answer = await fetch("/__portal/problems");
      const html = await answer.text();
      if (!answer.ok || turn !== asked) return;
      host.innerHTML = html;
      obeyClosing();
    } catch {
      // The server is gone; the next connection brings the page up to date.
    }
  }

  // What was closed stays closed until the problems are others.
  function obeyClosing() {
    const overlay = host.firstElementChild;
    if (!overlay) remember(CLOSED, null);
    else if (overlay.dataset.problems === recall(CLOSED)) overlay.remove();
  }
  function close() {
    const overlay = host.firstElementChild;
    if (!overlay) return;
    remember(CLOSED, overlay.dataset.problems);
    overlay.remove();
  }

  host.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) close();
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);

  restoreScroll();
  obeyClosing();
  connect();
})();
