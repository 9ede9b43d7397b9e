/**
 * Writes items together: what comes while one write runs goes into the next. Under load that is few transactions instead of
 * many; at rest it adds no delay.
 *
 * @returns adds an item; settles when it is written
 */
export function groupCommit<Item>(write: (items: Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let gathered: Item[] = [];
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const flush = () => {
    const items = gathered;
    gathered = [];
    next = undefined;
    return write(items);
  };
  return (item) => {
    gathered.push(item);
    if (!next) {
      next = running.then(flush);
      running = next.catch(() => undefined);
    }
    return next;
  };
}
