// What every page must have, whatever its kind: one h1, headings in order, a
// title of its own, the policy first, and nothing inline.
import { describe, test } from 'node:test';
import { builds } from './config.mjs';
import { Failures, shorten } from './failures.mjs';
import { inside } from './html.mjs';
import { Site, isRedirect } from './site.mjs';

// The language of the portal that is tested.
const LANG = process.env.SITE_LANG ?? 'ru';

const DATA_SCRIPTS = new Set(['application/ld+json', 'application/json']);
const NOT_IN_META = ['frame-ancestors', 'report-uri', 'sandbox'];

for (const build of builds) {
  describe(`markup of the build for ${build.name}`, () => {
    const site = new Site(build.dir);

    const eachPage = (name, check) => test(name, () => {
      const failures = new Failures();
      for (const file of site.htmlFiles) check(site.elements(file), (what, node) => failures.add(node ? `${file}:${node.line}` : file, what, node?.source), file);
      failures.report();
    });

    eachPage('the page is in Russian', (elements, fault) => {
      const html = elements.find(({ name }) => name === 'html');
      if (html?.attrs.lang !== LANG) fault(`<html lang="${html?.attrs.lang ?? ''}">, not "${LANG}"`, html);
    });

    eachPage('one main and one h1', (elements, fault) => {
      for (const wanted of ['main', 'h1']) {
        const found = elements.filter(({ name }) => name === wanted);
        if (found.length !== 1) fault(`${found.length} <${wanted}>`, found[1]);
        else if (found[0].text.trim() === '') fault(`<${wanted}> is empty`, found[0]);
      }
    });

    eachPage('headings start with h1 and skip no level', (elements, fault) => {
      let level = 0;
      for (const element of elements) {
        if (!/^h[1-6]$/.test(element.name)) continue;
        const next = Number(element.name[1]);
        if (next > level + 1) fault(level ? `h${next} «${shorten(element.text, 60)}» after h${level}` : `the first heading is h${next}`, element);
        if (element.text.trim() === '') fault(`empty h${next}`, element);
        level = next;
      }
    });

    test('every page has a title of its own', () => {
      const failures = new Failures();
      const owners = new Map();
      for (const file of site.htmlFiles) {
        const elements = site.elements(file);
        const titles = elements.filter((element) => element.name === 'title' && element.parent.name === 'head');
        const text = titles[0]?.text.replace(/\s+/g, ' ').trim() ?? '';
        if (titles.length !== 1 || text === '') failures.add(file, `${titles.length} <title>, text «${text}»`);
        if (isRedirect(elements)) continue;
        if (owners.has(text)) failures.add(file, `title «${shorten(text, 90)}» is also that of ${owners.get(text)}`);
        else owners.set(text, file);
      }
      failures.report();
    });

    eachPage('a description', (elements, fault) => {
      const found = elements.filter(({ name, attrs }) => name === 'meta' && attrs.name?.toLowerCase() === 'description');
      if (found.length !== 1) fault(`${found.length} <meta name="description">`, found[1]);
      else if (!found[0].attrs.content?.trim()) fault('the description is empty', found[0]);
    });

    eachPage('canonical addresses are absolute and own', (elements, fault) => {
      const found = elements.filter(({ name, attrs }) => name === 'link' && attrs.rel?.toLowerCase() === 'canonical');
      if (found.length > 1) fault(`${found.length} canonical links`, found[1]);
      for (const link of found) {
        if (!link.attrs.href?.startsWith(build.baseUrl)) fault(`canonical does not start with ${build.baseUrl}`, link);
      }
    });

    eachPage('the content security policy comes first and is strict', (elements, fault) => {
      const head = elements.filter((element) => element.parent.name === 'head');
      const first = head.find(({ attrs }) => attrs.charset === undefined);
      if (first?.attrs['http-equiv']?.toLowerCase() !== 'content-security-policy') {
        return fault('the policy is not the first element of <head> (only <meta charset> may stand before it)', first);
      }
      const directives = Object.fromEntries(
        first.attrs.content.split(';').map((part) => part.trim().split(/\s+/)).filter(([name]) => name).map(([name, ...values]) => [name, values]),
      );
      for (const name of ['default-src', 'base-uri', 'form-action']) if (!directives[name]) fault(`the policy has no ${name}`, first);
      for (const name of NOT_IN_META) if (directives[name]) fault(`${name} does not work in <meta>`, first);
      for (const [name, values] of Object.entries(directives)) {
        for (const value of values) {
          if (/unsafe-(inline|eval)|^\*$|^https?:/.test(value)) fault(`${name} ${value} is too wide`, first);
        }
      }
    });

    eachPage('no inline script, style or handler', (elements, fault) => {
      for (const element of elements) {
        const { name, attrs } = element;
        if (name === 'script' && attrs.src === undefined && !DATA_SCRIPTS.has(attrs.type)) fault('inline <script>', element);
        if (name === 'script' && attrs.src !== undefined && element.text.trim()) fault('<script src> with text', element);
        if (name === 'style') fault(`inline <style>${inside(element, 'svg') ? ' in <svg>' : ''}`, element);
        if (attrs.style !== undefined) fault('style attribute', element);
        for (const key of Object.keys(attrs)) if (/^on[a-z]+$/.test(key)) fault(`${key} attribute`, element);
        if (name === 'base') fault('<base>', element);
      }
    });

    eachPage('data scripts are valid JSON', (elements, fault) => {
      for (const element of elements) {
        if (element.name !== 'script' || !DATA_SCRIPTS.has(element.attrs.type)) continue;
        try {
          JSON.parse(element.text);
        } catch (error) {
          fault(`${element.attrs.type}: ${error.message}`, element);
        }
      }
    });
  });
}
