// Content of a size, built into a site, with what that took: the generator and the program run under /usr/bin/time.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const TEXT = /\.(html|css|js|json|svg|xml|txt)$/;

/** Builds the site of `size` municipalities; 5 stands for content/ as it is. Returns { siteDir, folder, build, index }. */
export function site(size, { repo, bin, corpus, date, work }) {
  const folder = mkdtempSync(join(work, `portal-bench-${size}.`));
  const siteDir = join(folder, 'site');
  let content = join(repo, 'content');
  if (size > 5) {
    content = join(folder, 'content');
    execFileSync(corpus, ['--municipalities', String(size), '--content', join(repo, 'content'), '--out', content]);
  }
  const theme = join(repo, 'themes/default');
  const build = timed(bin, ['build', '--content', content, '--theme', theme, '--out', siteDir, '--date', date], folder);
  return { siteDir, folder, build, index: indexFiles(siteDir) };
}

/** Seconds of the clock and of the processor, peak memory in MB. */
function timed(program, words, folder) {
  const file = join(folder, 'time.txt');
  execFileSync('/usr/bin/time', ['-f', '%e %U %S %M', '-o', file, program, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [wall, user, system, memory] = readFileSync(file, 'utf8').trim().split(' ').map(Number);
  return { wall, cpu: user + system, memory: memory / 1024 };
}

/** Files under poisk/ that are no page: how many, their bytes as they are and as the host sends them, the largest sent. */
function indexFiles(siteDir) {
  const root = join(siteDir, 'poisk');
  const sum = { files: 0, raw: 0, sent: 0, largest: 0 };
  if (!existsSync(root)) return sum;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.html')) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const raw = statSync(path).size;
    const sent = TEXT.test(relative(root, path)) ? gzipSync(readFileSync(path), { level: 6 }).length : raw;
    sum.files += 1;
    sum.raw += raw;
    sum.sent += sent;
    sum.largest = Math.max(sum.largest, sent);
  }
  return sum;
}
