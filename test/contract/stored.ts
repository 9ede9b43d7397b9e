import { expect } from 'vitest';
import { mayHaveArrived } from '../../src/core/failure.ts';
import { keeperOf } from '../../src/core/keeper.ts';
import type { Receipt } from '../../src/core/sync.ts';
import { TAGS } from '../../src/core/tag.ts';
import type { Held } from '../../src/destinations/contract.ts';
import { knowDestination } from '../../src/destinations/metas.ts';
import { picture } from './pictures.ts';
import { type Clause, failureOf, type Site, shelfOf } from './site.ts';

/** A thing that is there under the tag it was uploaded with, and that nobody else has touched. */
function heldAs(receipt: Receipt, site: Site, sha256: string): Partial<Held> {
  const { place } = knowDestination(site.choice);
  const createdAt = expect.stringMatching(/./);
  return { sha256, tag: receipt.tag, createdAt, claimed: false, receipt: { ...receipt, place, brought: false } };
}

/** What a destination promises that holds things somewhere else: repeats do no harm, and what is there can be seen. */
export const STORED: readonly Clause[] = [
  {
    name: 'shows in the survey what was uploaded, by picture and tag',
    needs: ['sends'],
    keep: async (site) => {
      const shown: Partial<Held>[] = [];
      for (const tag of TAGS) {
        const { capture, original } = picture(tag, tag);
        const receipt = await site.destination.upload(capture, original, site.run());
        shown.push(heldAs(receipt, site, capture.sha256));
      }
      expect(await site.destination.survey(site.run())).toEqual(shown.map((held) => expect.objectContaining(held)));
    },
  },
  {
    name: 'says how far it is, and shows in the survey what is there though more was to be done',
    needs: ['sends'],
    keep: async (site) => {
      const { capture, original } = picture('context-negative');
      const shares: number[] = [];
      const onProgress = (share: number) => void shares.push(share);
      shelfOf(site).loseAnswer('change');
      await failureOf(site.destination.upload(capture, original, site.run({ onProgress })), site.secrets);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      const [held, ...more] = await site.destination.survey(site.run());
      if (!held) throw new Error('the survey shows nothing');
      const changed = await site.destination.change(held.receipt, capture, site.run());
      expect(changed).toEqual({ ...held.receipt, tag: capture.tag });
      expect(more).toEqual([]);
      expect(shelfOf(site).things()).toMatchObject([{ id: held.receipt.id, truths: 1 }]);
    },
  },
  {
    name: 'shows both copies after an upload whose answer was lost, orders them alike for everybody, and removes one',
    needs: ['sends'],
    keep: async (site) => {
      const { capture, original } = picture('positive');
      shelfOf(site).loseAnswer('upload');
      const failure = await failureOf(site.destination.upload(capture, original, site.run()), site.secrets);
      expect(mayHaveArrived(failure.kind)).toBe(true);
      const receipt = await site.destination.upload(capture, original, site.run());
      const copies = await site.destination.survey(site.run());
      expect(copies.map(({ sha256 }) => sha256)).toEqual([capture.sha256, capture.sha256]);
      const [first] = shelfOf(site).things();
      expect(keeperOf(copies)?.receipt.id).toBe(first?.id);
      expect(keeperOf([...copies].reverse())?.receipt.id).toBe(first?.id);
      await site.destination.remove(receipt, site.run());
      expect(await site.destination.survey(site.run())).toMatchObject([{ receipt: { id: first?.id } }]);
    },
  },
  {
    name: 'removes what the survey showed, too: a receipt found there is as good as one given',
    needs: ['sends'],
    keep: async (site) => {
      const { capture, original } = picture('distractor');
      await site.destination.upload(capture, original, site.run());
      for (const { receipt } of await site.destination.survey(site.run()))
        await site.destination.remove(receipt, site.run());
      expect(shelfOf(site).things()).toEqual([]);
    },
  },
  {
    name: 'removes once when the answer was lost and the removal is repeated',
    needs: ['sends'],
    keep: async (site) => {
      const { capture, original } = picture('positive');
      const receipt = await site.destination.upload(capture, original, site.run());
      await site.destination.upload(picture('positive', 'another').capture, original, site.run());
      shelfOf(site).loseAnswer('remove');
      await failureOf(site.destination.remove(receipt, site.run()), site.secrets);
      await site.destination.remove(receipt, site.run());
      expect(shelfOf(site).things()).toHaveLength(1);
    },
  },
  {
    name: 'says that a thing is gone when somebody took it away',
    needs: ['sends'],
    keep: async (site) => {
      const { capture, original } = picture('positive');
      const receipt = await site.destination.upload(capture, original, site.run());
      shelfOf(site).takeAway(receipt.id);
      const change = site.destination.change(receipt, { ...capture, tag: 'distractor' }, site.run());
      expect((await failureOf(change, site.secrets)).kind).toBe('gone');
      await site.destination.remove(receipt, site.run());
    },
  },
  {
    name: 'does not take for its own what others brought',
    needs: ['sends'],
    keep: async (site) => {
      shelfOf(site).bringForeign();
      expect(await site.destination.survey(site.run())).toEqual([]);
    },
  },
  {
    name: 'leaves everything as it is when it is tested',
    needs: ['sends'],
    keep: async (site) => {
      const { capture, original } = picture('distractor');
      await site.destination.upload(capture, original, site.run());
      const before = shelfOf(site).things();
      await site.destination.check(site.run());
      await site.destination.survey(site.run());
      expect(shelfOf(site).things()).toEqual(before);
    },
  },
  {
    name: 'lists datasets by a name and an id that can be chosen',
    needs: ['lists'],
    keep: async (site) => {
      const choices = await site.destination.choices(site.run());
      const chosen = Object.values(site.choice.options);
      expect(choices.filter(({ id }) => chosen.includes(id))).toHaveLength(1);
      expect(choices.every(({ name }) => name !== '')).toBe(true);
    },
  },
];
