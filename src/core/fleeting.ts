/** Requests that differ in one of these may be answered with different pictures. */
const PERSONAL = ['cookie', 'referer', 'authorization', 'sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site', '*'];

/** Whether an answer is meant for one request or one person: the next may bring another picture (RFC 9111, 5.2.2; RFC 9110, 12.5.5). */
export function isFleeting(header: (name: string) => string | null): boolean {
  const control = header('cache-control') ?? '';
  const varies = (header('vary') ?? '').toLowerCase().split(/\s*,\s*/);
  return /\b(no-store|no-cache|private|max-age=0)\b/i.test(control) || PERSONAL.some((name) => varies.includes(name));
}
