// The Nu HTML checker over every page and stylesheet: no errors.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import vnu from 'vnu-jar';
import { siteDir } from './config.mjs';
import { Failures, shorten } from './failures.mjs';
import { Site } from './site.mjs';

// Parts of CSS that browsers have had for years and this checker does not know yet.
const UNKNOWN_TO_NU = /“container(-type|-name)?”: Property|Unrecognized at-rule “@(container|starting-style|view-transition|scope)”|“view-transition-name”: Property/;
// The checker reads files, which have no origin, so 'self' matches nothing; Chromium checks the policy in looks.test.mjs.
const NO_ORIGIN = /^Resource violates Content Security Policy/;

for (const [what, options, ending] of [
  ['HTML', ['--skip-non-html'], '.html'],
  ['CSS', ['--skip-non-css'], '.css'],
]) {
  test(`Nu checker: no errors in ${what}`, { timeout: 600_000 }, () => {
    const number = [...new Site(siteDir).files.keys()].filter((file) => file.endsWith(ending)).length;
    assert.ok(number > 0, `the site has no ${ending} files`);
    const run = spawnSync('java', ['-Xss4m', '-jar', String(vnu), '--format', 'json', '--stdout', ...options, siteDir], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    assert.ok(!run.error, `java did not start: ${run.error?.message}`);
    let messages;
    try {
      ({ messages } = JSON.parse(run.stdout));
    } catch {
      assert.fail(`the checker did not answer: ${shorten(run.stderr || run.stdout, 600)}`);
    }
    const failures = new Failures();
    const warnings = messages.filter(({ type, subType, message }) => type === 'info' && subType === 'warning' && !NO_ORIGIN.test(message));
    for (const message of messages) {
      if (message.type === 'info' || (what === 'CSS' && UNKNOWN_TO_NU.test(message.message))) continue;
      failures.add(place(message), message.message, message.extract);
    }
    console.log(`  Nu, ${what}: ${number} files, ${failures.count} errors, ${warnings.length} warnings`);
    for (const message of warnings.slice(0, 5)) console.log(`    warning: ${place(message)}: ${message.message}`);
    failures.report(20);
  });
}

function place({ url = '', lastLine }) {
  const file = decodeURIComponent(url.replace(/^file:/, '')).replace(`${siteDir}/`, '');
  return lastLine ? `${file}:${lastLine}` : file;
}
