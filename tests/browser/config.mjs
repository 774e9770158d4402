// What the tests need to know from outside: where the built site, the program
// and the browser are. tests/run sets these variables; by hand set SITE_DIR.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const repo = resolve(here, '../..');

/** The portal built for the root of a host. */
export const siteDir = required('SITE_DIR');
export const baseUrl = process.env.BASE_URL ?? 'https://portal.example/';

/** The same portal built for a sub-path, as a project site of GitHub Pages. */
export const subSiteDir = process.env.SUB_SITE_DIR;
export const subBaseUrl = process.env.SUB_BASE_URL ?? 'https://portal.example/portal/';

/** The same content as a whole country has it: few and lean pages for each territory (`--scope hub`). */
export const countryDir = process.env.COUNTRY_DIR;

export const portalBin = process.env.PORTAL_BIN ?? join(repo, 'target/release/portal');
export const contentDir = process.env.CONTENT_DIR ?? join(repo, 'content');
export const themesDir = process.env.THEMES_DIR ?? join(repo, 'themes');
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The builds to check without a browser: one for the root, one for the sub-path, one of lean pages. */
export const builds = [
  { name: '/', dir: siteDir, baseUrl },
  ...(subSiteDir ? [{ name: new URL(subBaseUrl).pathname, dir: subSiteDir, baseUrl: subBaseUrl }] : []),
  ...(countryDir ? [{ name: 'a country', dir: countryDir, baseUrl, lean: true }] : []),
];

function required(name) {
  const value = process.env[name];
  if (!value || !existsSync(value)) {
    throw new Error(`${name} must name the folder of the built portal (now: ${value ?? 'not set'}); tests/run sets it`);
  }
  return resolve(value);
}
