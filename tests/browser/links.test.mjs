// Every address on every page leads somewhere, in both builds: at the root of a
// host and below /portal/. Also: nothing is loaded from another host.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { builds } from './config.mjs';
import { Failures } from './failures.mjs';
import { serveFolder } from './server.mjs';
import { Site, isRedirect, pagePath } from './site.mjs';

const LOADED = {
  script: ['src'], img: ['src', 'srcset'], source: ['src', 'srcset'], iframe: ['src'], embed: ['src'],
  video: ['src', 'poster'], audio: ['src'], track: ['src'], object: ['data'], input: ['src'],
  link: ['href', 'imagesrcset'], use: ['href', 'xlink:href'], image: ['href', 'xlink:href'],
};
const FOLLOWED = { a: ['href'], area: ['href'], form: ['action'], button: ['formaction'], input: ['formaction'] };
const SPOKEN = new Set(['mailto:', 'tel:', 'sms:']);

for (const build of builds) {
  describe(`links of the build for ${build.name}`, () => {
    const site = new Site(build.dir);
    const base = new URL(build.baseUrl);
    const graph = new Map();

    test('every address exists, with exact case', () => {
      const failures = new Failures();
      let checked = 0;
      for (const file of site.htmlFiles) {
        for (const reference of references(site.elements(file))) {
          checked += 1;
          const fault = judge(reference, file);
          if (fault) failures.add(`${file}:${reference.element.line}`, fault, reference.element.source);
        }
      }
      console.log(`  ${build.name}: ${site.htmlFiles.length} pages, ${checked} addresses`);
      assert.ok(site.htmlFiles.length > 0, 'the build has no HTML files');
      failures.report();
    });

    test('no id twice on a page', () => {
      const failures = new Failures();
      for (const file of site.htmlFiles) {
        const seen = new Set();
        for (const element of site.elements(file)) {
          const { id } = element.attrs;
          if (id === undefined) continue;
          if (id === '' || /\s/.test(id)) failures.add(`${file}:${element.line}`, `bad id «${id}»`, element.source);
          if (seen.has(id)) failures.add(`${file}:${element.line}`, `id «${id}» is used twice`, element.source);
          seen.add(id);
        }
      }
      failures.report();
    });

    test('stylesheets load only own files that exist', () => {
      const failures = new Failures();
      for (const file of site.files.keys()) {
        if (!file.endsWith('.css')) continue;
        const text = site.text(file).replace(/\/\*[\s\S]*?\*\//g, '');
        for (const [, address] of text.matchAll(/(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)/g)) {
          if (address.startsWith('data:') || address.startsWith('#')) continue;
          const fault = resolve(address, file);
          if (fault) failures.add(file, `«${address}»: ${fault}`);
        }
      }
      failures.report();
    });

    test('the sitemap names existing pages by absolute addresses', (t) => {
      const maps = [...site.files.keys()].filter((file) => /^sitemap.*\.xml$/.test(file));
      if (maps.length === 0) return t.skip('no sitemap*.xml');
      const failures = new Failures();
      for (const file of maps) {
        for (const [, address] of site.text(file).matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)) {
          const fault = /^https?:/.test(address) ? resolve(address, file) : 'is not absolute';
          if (fault) failures.add(file, `«${address}»: ${fault}`);
        }
      }
      failures.report();
    });

    test('every page can be reached from the home page by links', () => {
      const depth = new Map([['index.html', 0]]);
      for (const [file, steps] of depth) {
        for (const next of graph.get(file) ?? []) if (!depth.has(next)) depth.set(next, steps + 1);
      }
      const failures = new Failures();
      for (const file of site.htmlFiles) {
        if (depth.has(file) || file === '404.html' || isRedirect(site.elements(file))) continue;
        failures.add(file, 'no link leads here');
      }
      console.log(`  ${build.name}: the farthest page is ${Math.max(...depth.values())} steps from home`);
      failures.report();
    });

    describe('as GitHub Pages serves it', () => {
      let server;
      before(async () => (server = await serveFolder(build.dir, base.pathname)));
      after(() => server.close());

      test('home answers, /a goes to /a/, a missing page of any depth is 404.html with status 404', async () => {
        const own404 = site.text('404.html');
        assert.equal((await fetch(server.url())).status, 200);
        const folder = [...site.folders].find((name) => site.files.has(`${name}/index.html`));
        if (folder) {
          const moved = await fetch(server.url(folder), { redirect: 'manual' });
          assert.equal(moved.status, 301);
          assert.ok(moved.headers.get('location').endsWith(`${folder}/`));
        }
        for (const path of ['net-takoy', 'net/takoy/stranitsy/', 'a/b/c/d.html']) {
          const answer = await fetch(server.url(path));
          assert.equal(answer.status, 404, path);
          assert.equal(await answer.text(), own404, path);
        }
      });
    });

    /** A fault in words, or nothing. */
    function judge({ element, attribute, address, loaded }, file) {
      const what = `${attribute}="${address}"`;
      if (address.trim() === '' && element.name !== 'form') return `${attribute} is empty`;
      if (address === '#') return 'href="#" leads nowhere';
      if (/^javascript:/i.test(address)) return `${what} is a script`;
      if (/^data:/i.test(address)) return loaded && element.name !== 'script' ? null : `${what} is not allowed here`;
      let scheme;
      try {
        scheme = new URL(address, build.baseUrl).protocol;
      } catch {
        return `${what} is not an address`;
      }
      if (SPOKEN.has(scheme)) return element.name === 'a' ? null : `${what} outside <a>`;
      // Phones subscribe to a calendar by the address of its file with another scheme.
      if (scheme === 'webcal:' && element.name === 'a' && address.endsWith('.ics')) return judge({ element, attribute, address: address.replace(/^webcal:/, base.protocol), loaded }, file);
      if (scheme !== 'http:' && scheme !== 'https:') return `${what} has an unknown scheme`;
      if (new URL(address, build.baseUrl).origin !== base.origin) {
        return element.name === 'a' || element.name === 'area' ? null : `${what} names another host in <${element.name}>`;
      }
      const fault = resolve(address, file, element.name === 'a');
      return fault && `${what}: ${fault}`;
    }

    /** Finds the file of an address as a browser on `file` would. */
    function resolve(address, file, isLink = false) {
      // 404.html is shown at any depth, so its addresses must not depend on one.
      const at = new URL(file === '404.html' ? 'net/takoy/stranitsy/' : pagePath(file), base);
      const url = new URL(address, at);
      if (url.origin !== base.origin) return 'names another host';
      let path;
      try {
        path = decodeURIComponent(url.pathname);
      } catch {
        return 'is badly percent-encoded';
      }
      if (!path.startsWith(base.pathname)) return `leaves ${base.pathname}`;
      path = path.slice(base.pathname.length);
      const target = file === '404.html' && path === 'net/takoy/stranitsy/' ? '404.html'
        : path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (!site.files.has(target)) {
        if (site.folders.has(path)) return `needs a final slash: ${path}/`;
        const near = [...site.files.keys()].find((name) => name.toLowerCase() === target.toLowerCase());
        return near ? `differs in case from ${near}` : `no file ${target}`;
      }
      if (isLink && target.endsWith('.html')) {
        if (!graph.has(file)) graph.set(file, new Set());
        graph.get(file).add(target);
      }
      const fragment = url.hash.slice(1).split(':~:')[0];
      if (fragment && /\.(html|svg)$/.test(target)) {
        const id = decodeURIComponent(fragment);
        if (!site.ids(target).has(id)) return `no id «${id}» in ${target}`;
      }
      return null;
    }
  });
}

function* references(elements) {
  for (const element of elements) {
    for (const [table, loaded] of [[LOADED, true], [FOLLOWED, false]]) {
      for (const attribute of table[element.name] ?? []) {
        const value = element.attrs[attribute];
        if (value === undefined) continue;
        const addresses = attribute.endsWith('srcset') ? value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0]) : [value];
        for (const address of addresses) yield { element, attribute, address, loaded };
      }
    }
    if (element.name === 'meta' && element.attrs['http-equiv']?.toLowerCase() === 'refresh') {
      const address = /url\s*=\s*['"]?([^'"]+)/i.exec(element.attrs.content ?? '')?.[1];
      if (address) yield { element: { ...element, name: 'a' }, attribute: 'content', address, loaded: false };
    }
    if (element.name === 'meta' && element.attrs.property === 'og:image') {
      yield { element, attribute: 'content', address: element.attrs.content ?? '', loaded: true };
    }
  }
}
