import { beforeEach, expect, it, vi } from 'vitest';

const hasAllSites = vi.fn<() => Promise<boolean>>();
const requestAllSites = vi.fn<() => Promise<boolean>>();
const knownRefusal = vi.fn<() => boolean | undefined>();
const readRefusal = vi.fn<() => Promise<boolean>>();
const rememberRefusal = vi.fn<(refused: boolean) => Promise<void>>();

vi.mock('../platform/permissions.ts', () => ({ hasAllSites, requestAllSites }));
vi.mock('./refusal.ts', () => ({ knownRefusal, readRefusal, rememberRefusal }));

const { askForAccess, askUnlessRefused } = await import('./prompt.ts');

beforeEach(() => void vi.resetAllMocks());

/** What a key may do: `known` is what this background has read before it was pressed, `stored` what it would read. */
it.each([
  { known: false, stored: false, has: false, asks: true, outcome: true },
  { known: false, stored: false, has: true, asks: true, outcome: true },
  { known: true, stored: true, has: false, asks: false, outcome: false },
  { known: true, stored: true, has: true, asks: false, outcome: true },
  { known: undefined, stored: true, has: false, asks: false, outcome: false },
  { known: undefined, stored: false, has: true, asks: false, outcome: true },
  { known: undefined, stored: false, has: false, asks: false, outcome: 'access-unasked' },
])('known $known, stored $stored, access $has', async ({ known, stored, has, asks, outcome }) => {
  knownRefusal.mockReturnValue(known);
  readRefusal.mockResolvedValue(stored);
  hasAllSites.mockResolvedValue(has);
  requestAllSites.mockResolvedValue(true);
  const asked = askUnlessRefused();
  // Before the first `await`, or the browser knows of no gesture any more.
  expect(requestAllSites).toHaveBeenCalledTimes(asks ? 1 : 0);
  expect(await asked.catch(({ kind }) => kind)).toBe(outcome);
  expect(requestAllSites).toHaveBeenCalledTimes(asks ? 1 : 0);
});

it.each([
  ['yes', async () => true, true, []],
  ['no', async () => false, false, [[true]]],
  ['a prompt that could not be shown', () => Promise.reject(new Error('no gesture')), true, []],
] satisfies [string, () => Promise<boolean>, boolean, boolean[][]][])(
  '%s is an answer, or none',
  async (_what, answer, outcome, remembered) => {
    requestAllSites.mockImplementation(answer);
    hasAllSites.mockResolvedValue(true);
    expect(await askForAccess()).toBe(outcome);
    expect(rememberRefusal.mock.calls).toEqual(remembered);
  },
);
