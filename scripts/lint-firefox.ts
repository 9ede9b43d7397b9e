import { text } from 'node:stream/consumers';

/**
 * Judges what Mozilla's own linter says of the Firefox build (`web-ext lint --output json`, on standard input): no errors, and
 * no warning but this one, for Preact's `innerHTML`.
 */
const ALLOWED = 'UNSAFE_VAR_ASSIGNMENT';

interface Remark {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

interface Report {
  readonly errors: readonly Remark[];
  readonly warnings: readonly Remark[];
}

// Nothing on standard input means that the linter itself failed: then this throws, too.
const { errors, warnings } = JSON.parse(await text(process.stdin)) as Report;
const refused = [...errors, ...warnings.filter(({ code }) => code !== ALLOWED)];
for (const { code, message, file = 'manifest.json', line = 1 } of refused)
  console.error(`${file}:${line}  ${code}  ${message}`);
console.log(
  `web-ext lint: ${errors.length} errors, ${warnings.length} warnings, ${refused.length} of these not allowed`,
);
if (refused.length > 0) process.exitCode = 1;
