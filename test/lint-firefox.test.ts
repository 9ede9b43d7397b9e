import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Of Mozilla's own linter's warnings the one that is allowed: Preact's `innerHTML`, which Foil's pages never use. */
const ALLOWED = 'UNSAFE_VAR_ASSIGNMENT';

interface Report {
  readonly errors: readonly { code: string }[];
  readonly warnings: readonly { code: string }[];
}

/** The linter's exit code says the same as its report, which is read instead. */
function lint(): Report {
  const args = ['web-ext', 'lint', '--source-dir', 'dist/firefox', '--output', 'json', '--no-config-discovery'];
  try {
    return JSON.parse(execFileSync('npx', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

test('web-ext lint finds no errors in the Firefox build, and warns of nothing but Preact’s own innerHTML', {
  timeout: 120_000,
}, () => {
  const { errors, warnings } = lint();
  expect(errors).toEqual([]);
  expect(warnings.filter(({ code }) => code !== ALLOWED)).toEqual([]);
});
