// A static server that behaves like GitHub Pages: a prefix, `/a` → `/a/`, exact
// case, and 404.html with status 404 at any depth below the prefix.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { Site } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

/** Serves `dir` below `prefix` on a free port of the loopback. */
export async function serveFolder(dir, prefix = '/') {
  const site = new Site(dir);
  const server = createServer((request, response) => answer(site, prefix, request, response));
  await new Promise((ready, failed) => server.once('error', failed).listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    site,
    origin,
    url: (path = '') => origin + prefix + path,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

function answer(site, prefix, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain');
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return send(response, 400, 'text/plain');
  }
  if (path === prefix.slice(0, -1)) return redirect(response, prefix);
  if (!path.startsWith(prefix)) return send(response, 404, 'text/plain');
  const below = path.slice(prefix.length);
  if (below !== '' && !below.endsWith('/') && site.folders.has(below)) return redirect(response, encodeURI(`${path}/`));
  const wanted = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  const found = [wanted, `${wanted}.html`].find((file) => site.files.has(file));
  if (found) return send(response, 200, type(found), site.files.get(found), request);
  return send(response, 404, 'text/html; charset=utf-8', site.files.get('404.html'), request);
}

function type(file) {
  return TYPES[extname(file)] ?? 'application/octet-stream';
}

function redirect(response, location) {
  response.writeHead(301, { location }).end();
}

function send(response, status, contentType, file, request) {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
  if (!file || request?.method === 'HEAD') return response.end();
  createReadStream(file).pipe(response);
}
