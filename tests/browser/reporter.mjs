// A quiet reporter for `node --test`: failures in full, notes of the tests, and
// the counts in the file named by COUNTS_FILE for tests/run to add up.
import { writeFileSync } from 'node:fs';

const TOTALS = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;
const FULL = 25;

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    else if (type === 'test:diagnostic' && !TOTALS.test(data.message)) yield `  · ${data.message}\n`;
    else if (type === 'test:pass' && data.details?.type !== 'suite') {
      if (data.skip !== undefined && data.skip !== false) {
        counts.skipped += 1;
        yield `  – skipped: ${data.name}${typeof data.skip === 'string' && data.skip ? ` (${data.skip})` : ''}\n`;
      } else counts.passed += 1;
    } else if (type === 'test:fail' && data.details?.error?.failureType !== 'subtestsFailed') {
      counts.failed += 1;
      const error = data.details?.error;
      const cause = error?.cause?.message ?? error?.cause ?? error?.message ?? 'no message';
      // One fault of the frame shows on every page: the first failures in full, then only their names.
      yield `  ✗ ${data.name}\n${counts.failed > FULL ? '' : `${String(cause).replace(/^/gm, '    ')}\n`}`;
    }
  }
  yield `  ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}\n`;
  if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, `${counts.passed} ${counts.failed}\n`);
}
