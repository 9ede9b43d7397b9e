/** ISO times that never repeat and never go back, however many are asked for within a millisecond. */
export function strictClock(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(now(), last + 1);
    return new Date(last).toISOString();
  };
}
