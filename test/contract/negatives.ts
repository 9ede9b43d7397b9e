import { expect } from 'vitest';
import type { FailureKind } from '../../src/core/failure.ts';
import { isNegative, TAGS } from '../../src/core/tag.ts';
import { picture } from './pictures.ts';
import { type Clause, failureOf, type Site, shelfOf } from './site.ts';

const LABELS = ['dog', 'cat', 'horse'];
const OTHERS = ['cat', 'horse'];

/** DESIGN.md, rule 7: a negative counts, and says no more than the person meant. */
export const NEGATIVES: readonly Clause[] = [
  {
    name: 'counts a negative as a labelled-empty one, and a positive not at all, whichever way it came to its tag',
    needs: ['sends', 'negatives'],
    keep: async (site) => {
      for (const from of TAGS)
        for (const to of TAGS) {
          const { capture, original } = picture(from, `${from} ${to}`);
          const receipt = await site.destination.upload(capture, original, site.run());
          await expectCounted(site, receipt.id, isNegative(from));
          const changed = await site.destination.change(receipt, { ...capture, tag: to }, site.run());
          await site.destination.change(changed, { ...capture, tag: to }, site.run());
          await expectCounted(site, receipt.id, isNegative(to));
        }
    },
  },
  {
    name: 'says a negative once when the answer was lost',
    needs: ['sends', 'negatives'],
    keep: async (site) => {
      const { capture, original } = picture('positive');
      const receipt = await site.destination.upload(capture, original, site.run());
      for (const tag of ['distractor', 'positive'] as const) {
        shelfOf(site).loseAnswer('change');
        await failureOf(site.destination.change(receipt, { ...capture, tag }, site.run()), site.secrets);
        await site.destination.change(receipt, { ...capture, tag }, site.run());
        await expectCounted(site, receipt.id, isNegative(tag));
      }
    },
  },
  {
    name: 'leaves alone what others have labelled, and says so in the survey',
    needs: ['sends', 'negatives'],
    keep: async (site) => {
      const { capture, original } = picture('positive');
      const receipt = await site.destination.upload(capture, original, site.run());
      shelfOf(site).label(receipt.id);
      const before = shelfOf(site).things();
      for (const tag of ['context-negative', 'distractor'] as const) {
        const change = site.destination.change(receipt, { ...capture, tag }, site.run());
        expect((await failureOf(change, site.secrets)).kind).toBe('labelled-by-others');
      }
      expect(shelfOf(site).things()).toEqual(before);
      expect(await site.destination.survey(site.run())).toMatchObject([{ claimed: true }]);
    },
  },
  {
    name: 'names the labels in question when it is tested',
    needs: ['negatives'],
    scene: { labels: LABELS },
    keep: async ({ destination, run }) => {
      expect(await destination.check(run())).toMatchObject({ ok: true, labels: LABELS, question: OTHERS });
      expect(await destination.check(run({ target: ' Dog ' }))).toMatchObject({ question: OTHERS });
    },
  },
  ...[
    { name: 'was not asked about the other labels', denial: undefined },
    { name: 'was asked before a label was added', denial: { labels: ['cat'], all: true } },
  ].map(
    ({ name, denial }): Clause => ({
      name: `sends no negative of somebody who ${name}, but any positive`,
      needs: ['sends', 'negatives'],
      scene: { labels: LABELS },
      keep: async (site) => {
        const unanswered: FailureKind = 'negative-unanswered';
        const { capture, original } = picture('distractor');
        const upload = site.destination.upload(capture, original, site.run({ denial }));
        expect((await failureOf(upload, site.secrets)).kind).toBe(unanswered);
        expect(shelfOf(site).things()).toEqual([]);
        const positive = { ...capture, tag: 'positive' } as const;
        const receipt = await site.destination.upload(positive, original, site.run({ denial }));
        const change = site.destination.change(receipt, capture, site.run({ denial }));
        expect((await failureOf(change, site.secrets)).kind).toBe(unanswered);
        await expectCounted(site, receipt.id, false);
      },
    }),
  ),
  ...[true, false].map(
    (all): Clause => ({
      name: `writes a negative as ${all ? 'one of every label' : 'unlabelled'} when the person said that it shows ${all ? 'none' : 'maybe some'} of them`,
      needs: ['sends', 'negatives'],
      scene: { labels: LABELS },
      keep: async (site) => {
        const denial = { labels: OTHERS, all };
        for (const tag of TAGS) {
          const { capture, original } = picture(tag, tag);
          const receipt = await site.destination.upload(capture, original, site.run({ denial }));
          expect(receipt.tag).toBe(tag);
          await expectCounted(site, receipt.id, all && isNegative(tag));
        }
      },
    }),
  ),
  {
    name: 'takes a negative back that was said before the person answered otherwise',
    needs: ['sends', 'negatives'],
    scene: { labels: LABELS },
    keep: async (site) => {
      const { capture, original } = picture('distractor');
      const asked = (all: boolean) => site.run({ denial: { labels: OTHERS, all } });
      const receipt = await site.destination.upload(capture, original, asked(true));
      await site.destination.change(receipt, capture, asked(false));
      await expectCounted(site, receipt.id, false);
    },
  },
];

/** A negative is one ground truth without objects; a positive bears none at all: it would teach that its target is background. */
async function expectCounted(site: Site, id: string, negative: boolean): Promise<void> {
  const thing = shelfOf(site)
    .things()
    .find((one) => one.id === id);
  expect(thing).toEqual({ id, counted: negative ? 'negative' : 'unlabelled', truths: negative ? 1 : 0 });
  const held = (await site.destination.survey(site.run())).find(({ receipt }) => receipt.id === id);
  expect(held && isNegative(held.receipt.tag)).toBe(negative);
}
