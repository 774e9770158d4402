// Pictures of the editor's guide, `content/pages/redaktor`: tests that drive the real program take them.
//   WRITE_PICTURES=1 tests/run site guide admin   puts them into the repository
// Without it they are taken all the same, and their measures are held against those in the repository.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from './config.mjs';

const PICTURES = join(contentDir, 'pages/redaktor');

/** The text of the guide. */
export const guide = readFileSync(join(contentDir, 'pages/redaktor.md'), 'utf8');

/** Takes the picture, and writes it or compares its measures with the one in the repository. */
export async function keep(name, locator, clip) {
  const shot = await locator.screenshot({ animations: 'disabled', ...(clip ? { clip, fullPage: true } : {}) });
  const file = join(PICTURES, `${name}.png`);
  if (process.env.WRITE_PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(file, shot);
    return;
  }
  assert.ok(existsSync(file), `${file} is missing: WRITE_PICTURES=1 makes it`);
  assert.ok(guide.includes(`/pages/redaktor/${name}.png`), `the guide does not show ${name}.png`);
  const [now, kept] = [measures(shot), measures(readFileSync(file))];
  for (const side of ['width', 'height']) {
    const off = Math.abs(now[side] - kept[side]) / kept[side];
    assert.ok(off < 0.1, `${name}.png: ${side} is ${now[side]}, in the guide ${kept[side]}; WRITE_PICTURES=1 takes it anew`);
  }
}

function measures(png) {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
