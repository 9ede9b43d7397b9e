/**
 * Writes items together: what comes while one write runs, and within `gather` ms, goes into the next. Under load that is few
 * transactions instead of many.
 *
 * @returns adds an item; settles when it is written
 */
export function groupCommit<Item>(
  gather: number,
  write: (items: Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
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
      const pause = new Promise((resolve) => setTimeout(resolve, gather));
      next = Promise.all([running, pause]).then(flush);
      running = next.catch(() => undefined);
    }
    return next;
  };
}
