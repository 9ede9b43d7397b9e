import type { Capture } from '../core/capture.ts';

export interface Row {
  readonly capture: Capture;
  readonly taken: boolean;
}

/** The newest captures together with those taken back since the pop-up opened, each in its place by age: `count` in all. */
export function latestRows(latest: readonly Capture[], taken: readonly Capture[], count: number): Row[] {
  const here = new Set(latest.map(({ id }) => id));
  const rows = [
    ...latest.map((capture) => ({ capture, taken: false })),
    ...taken.filter(({ id }) => !here.has(id)).map((capture) => ({ capture, taken: true })),
  ];
  rows.sort((a, b) => b.capture.createdAt - a.capture.createdAt || (a.capture.id < b.capture.id ? 1 : -1));
  return rows.slice(0, count);
}
