import type { Receipt } from './sync.ts';

interface Copy {
  readonly createdAt: string;
  readonly receipt: Pick<Receipt, 'id'>;
}

/** Of several copies of one image the keeper is the smallest `(createdAt, id)`: every collector comes to the same (DESIGN.md, rule 2). */
export function keeperOf<Item extends Copy>(copies: readonly Item[]): Item | undefined {
  return [...copies].sort(byAge)[0];
}

function byAge(a: Copy, b: Copy): number {
  return compare(a.createdAt, b.createdAt) || compare(a.receipt.id, b.receipt.id);
}

/** By code units, not by locale: the order has to be the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
