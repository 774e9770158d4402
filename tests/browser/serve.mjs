// `portal serve` as a process of its own: started on a folder, with its address and its words.
import { spawn } from 'node:child_process';
import { portalBin } from './config.mjs';

const START_MS = 60_000;

/** Starts the dev server in a folder that holds `content`; more arguments follow the command. */
export async function startServe(cwd, ...more) {
  const child = spawn(portalBin, ['serve', '--port', '0', ...more], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
  let log = '';
  let ended = false;
  child.on('exit', () => (ended = true));
  child.on('error', (error) => { log += error.message; ended = true; });
  const address = await new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`portal serve printed no address in ${START_MS} ms:\n${log}`)), START_MS);
    const read = (chunk) => {
      log += chunk;
      const match = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):[1-9]\d*(?:\/[^\s\u001b]*)?/.exec(log);
      if (match) { clearTimeout(timer); found(match[0]); }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => { clearTimeout(timer); failed(new Error(`portal serve ended with ${code}:\n${log}`)); });
  });
  return {
    url: address.endsWith('/') ? address : `${address}/`,
    log: () => log,
    stop: () => new Promise((done) => {
      if (ended) return done();
      child.once('exit', () => done());
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGKILL'), 3000).unref();
      return undefined;
    }),
  };
}
