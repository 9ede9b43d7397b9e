import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * Of the warnings of Mozilla's own linter those that are allowed: Preact's `innerHTML`, which Foil's pages never use; and Chromium's
 * way to a closed shadow root, which is asked for before it is used.
 */
const ALLOWED = [/^UNSAFE_VAR_ASSIGNMENT /, /^UNSUPPORTED_API dom\.openOrClosedShadowRoot /];

interface Report {
  readonly errors: readonly { code: string }[];
  readonly warnings: readonly { code: string; message: string }[];
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

test('web-ext lint finds no errors in the Firefox build, and warns of nothing but what is explained', {
  timeout: 120_000,
}, () => {
  const { errors, warnings } = lint();
  expect(errors).toEqual([]);
  const isAllowed = (warning: string) => ALLOWED.some((allowed) => allowed.test(warning));
  expect(warnings.map(({ code, message }) => `${code} ${message}`).filter((warning) => !isAllowed(warning))).toEqual(
    [],
  );
});
