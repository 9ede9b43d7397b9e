/** Characters of a header that are read. */
const LENGTH = 8_000;

const TARGET = /\s*,?\s*<([^<>]*)>/y;
const PARAMETER = /\s*;\s*([\w*-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?/y;

/** The targets of a `Link` header that stand in one relation to what was answered (RFC 8288, section 3). */
export function linkTargets(header: string, relation: string): string[] {
  const text = header.slice(0, LENGTH);
  const targets: string[] = [];
  let at = 0;
  for (let link = match(TARGET, text, at); link; link = match(TARGET, text, at)) {
    at = TARGET.lastIndex;
    let relations = '';
    for (let next = match(PARAMETER, text, at); next; next = match(PARAMETER, text, at)) {
      at = PARAMETER.lastIndex;
      // The first counts (RFC 8288, section 3.3).
      if (next[1]?.toLowerCase() === 'rel') relations ||= next[2] ?? next[3] ?? '';
    }
    if (relations.toLowerCase().split(/\s+/).includes(relation)) targets.push(link[1] ?? '');
  }
  return targets;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
