// A static server that compresses as GitHub Pages does: gzip for text types, everything else as it is, nothing cached by us.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const TEXT = new Set(['.html', '.css', '.js', '.mjs', '.json', '.svg', '.xml', '.txt']);

/** Serves a folder, and files given as text by their path, on a free port of the loopback: { origin, close }. */
export async function serve(folder, extra = {}) {
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1);
    const wanted = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!packed.has(wanted)) packed.set(wanted, pack(folder, wanted, extra));
    const file = packed.get(wanted);
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('404');
    return response.writeHead(200, file.headers).end(file.body);
  });
  await new Promise((ready, failed) => server.once('error', failed).listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

function pack(folder, path, extra) {
  const full = join(folder, path);
  if (!Object.hasOwn(extra, path) && !(existsSync(full) && statSync(full).isFile())) return null;
  const bytes = Object.hasOwn(extra, path) ? Buffer.from(extra[path]) : readFileSync(full);
  const ending = extname(path);
  const headers = { 'content-type': TYPES[ending] ?? 'application/octet-stream', 'cache-control': 'max-age=600' };
  if (!TEXT.has(ending)) return { headers: { ...headers, 'content-length': bytes.length }, body: bytes };
  const body = gzipSync(bytes, { level: 6 });
  return { headers: { ...headers, 'content-encoding': 'gzip', 'content-length': body.length }, body };
}
