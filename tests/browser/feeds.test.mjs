// Calendars and feeds as programs read them: every .ics by ical.js and line by line, Atom and JSON Feed by what their
// specifications require. The addresses in them must exist.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';
import { builds } from './config.mjs';
import { parse } from './html.mjs';
import { Site } from './site.mjs';

const DAY = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

for (const build of builds) {
  describe(`calendars and feeds of the build for ${build.name}`, () => {
    const site = new Site(build.dir);
    const base = new URL(build.baseUrl);
    const named = (ending) => [...site.files.keys()].filter((file) => file.endsWith(ending)).sort();

    test('every calendar is read by ical.js; lines are at most 75 octets and whole letters', () => {
      const files = named('.ics');
      assert.ok(files.length > 0, 'no calendars');
      let events = 0;
      for (const file of files) {
        const text = site.text(file);
        assert.ok(text.endsWith('END:VCALENDAR\r\n') && !text.includes('\ufffd'), file);
        for (const line of text.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), `${file}: ${line}`);
        }
        const calendar = new ICAL.Component(ICAL.parse(text));
        assert.equal(calendar.getFirstPropertyValue('version'), '2.0', file);
        assert.ok(calendar.getFirstPropertyValue('name'), file);
        for (const name of ['url', 'source']) exists(calendar.getFirstPropertyValue(name), file);
        assert.ok(calendar.getAllSubcomponents().length > 0, `${file} is empty`);
        const seen = new Set();
        for (const part of calendar.getAllSubcomponents('vevent')) {
          events += 1;
          const event = new ICAL.Event(part);
          const where = `${file}: ${event.uid}`;
          assert.ok(event.uid && !seen.has(event.uid), `${where} twice`);
          seen.add(event.uid);
          assert.ok(event.startDate.isDate && event.endDate.isDate, where);
          assert.ok(event.endDate.compare(event.startDate) > 0, where);
          assert.ok(event.summary && event.summary.length < 180, `${where}: ${event.summary}`);
          // Of a country the words of the document stand on the page only, and entries say no more than they must.
          if (!build.lean) {
            assert.ok(event.description.startsWith('Так в документе: '), where);
            assert.equal(part.getFirstPropertyValue('transp'), 'TRANSPARENT', where);
            assert.ok(Number.isInteger(part.getFirstPropertyValue('sequence')), where);
          }
          assert.ok(part.getFirstPropertyValue('dtstamp').zone.tzid === 'UTC', where);
          exists(part.getFirstPropertyValue('url'), where);
        }
      }
      console.log(`  ${build.name}: ${files.length} calendars, ${events} entries`);
    });

    test('Atom has what RFC 4287 requires', () => {
      const files = named('lenta.xml');
      assert.ok(files.length > 0, 'no feeds');
      for (const file of files) {
        const text = site.text(file);
        assert.ok(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"'), file);
        const elements = parse(text);
        const one = (parent, name) => {
          const found = elements.filter((element) => element.parent === parent && element.name === name);
          assert.equal(found.length, 1, `${file}: ${found.length} × ${name}`);
          return found[0];
        };
        const feed = elements.find(({ name }) => name === 'feed');
        for (const part of [feed, ...elements.filter(({ name }) => name === 'entry')]) {
          assert.match(one(part, 'id').text, /^tag:[a-z0-9.-]+,\d{4}:\S+$/, file);
          assert.ok(one(part, 'title').text.trim(), file);
          assert.match(one(part, 'updated').text, DAY, file);
          const links = elements.filter((element) => element.parent === part && element.name === 'link');
          assert.ok(links.some(({ attrs }) => attrs.rel === 'alternate' && attrs.type === 'text/html'), file);
          for (const { attrs } of links) exists(attrs.href, file);
        }
        assert.ok(one(one(feed, 'author'), 'name').text, file);
        const self = elements.find(({ name, attrs }) => name === 'link' && attrs.rel === 'self');
        assert.equal(self.attrs.href, new URL(file, base).href);
        const ids = elements.filter(({ name }) => name === 'id').map(({ text: id }) => id);
        assert.equal(new Set(ids).size, ids.length, `${file}: ids twice`);
        assert.ok(ids.length <= 51, `${file}: more than 50 entries`);
        const days = elements.filter(({ name, parent }) => name === 'updated' && parent.name === 'entry').map(({ text: day }) => day);
        assert.deepEqual(days, [...days].sort().reverse(), `${file}: newest first`);
      }
    });

    test('JSON Feed has what version 1.1 requires and says the same as Atom', () => {
      for (const file of named('lenta.json')) {
        const feed = JSON.parse(site.text(file));
        assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
        assert.ok(feed.title && feed.language === 'ru' && feed.authors[0].name, file);
        assert.equal(feed.feed_url, new URL(file, base).href);
        exists(feed.home_page_url, file);
        const atom = parse(site.text(file.replace(/json$/, 'xml')));
        const entries = atom.filter(({ name }) => name === 'entry');
        assert.equal(feed.items.length, entries.length);
        for (const [at, item] of feed.items.entries()) {
          const own = (name) => atom.find((element) => element.parent === entries[at] && element.name === name).text;
          assert.deepEqual([item.id, item.title, item.date_modified, item.content_html], ['id', 'title', 'updated', 'content'].map(own));
          assert.ok(item.content_text && !/<[a-z]/.test(item.content_text), item.id);
          exists(item.url, file);
          for (const [, address] of item.content_html.matchAll(/href="([^"]+)"/g)) {
            if (address.startsWith(base.href)) exists(address, file);
          }
        }
      }
    });

    test('every page names its feed', { skip: build.lean && 'of a country the main page of a territory does' }, () => {
      for (const file of site.htmlFiles) {
        if (file === '404.html') continue;
        const types = site.elements(file).filter(({ name, attrs }) => name === 'link' && attrs.rel === 'alternate').map(({ attrs }) => attrs.type);
        assert.ok(types.includes('application/atom+xml') && types.includes('application/feed+json'), file);
      }
    });

    /** An absolute address of the portal leads to a file. */
    function exists(address, where) {
      const url = new URL(address);
      assert.ok(url.href.startsWith(base.href), `${where}: ${address} is elsewhere`);
      const path = decodeURIComponent(url.pathname.slice(base.pathname.length));
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      assert.ok(site.files.has(file), `${where}: no ${file}`);
      if (url.hash) assert.ok(site.ids(file).has(url.hash.slice(1)), `${where}: no ${url.hash} in ${file}`);
    }
  });
}
