import { expect } from 'vitest';
import { TAGS } from '../../src/core/tag.ts';
import { knowDestination } from '../../src/destinations/metas.ts';
import words from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { picture } from './pictures.ts';
import { type Clause, failureOf } from './site.ts';

/** What every destination promises, whether or not it has anybody to talk to. */
export const EVERYWHERE: readonly Clause[] = [
  {
    name: 'says of itself what the person and the browser have to know',
    needs: [],
    keep: async ({ choice }) => {
      const known = knowDestination(choice);
      expect(words).toHaveProperty(known.label);
      for (const host of known.hosts) expect(host).toMatch(/^https?:\/\/(\*\.)?[^*/:]+\/\*$/);
      if (known.secretOrigin !== undefined) expect(new URL(known.secretOrigin).origin).toBe(known.secretOrigin);
    },
  },
  {
    name: 'keeps of its options what it knows, and reads them again as they were',
    needs: [],
    keep: async ({ choice: { id, options } }) => {
      const known = knowDestination({ id, options: { ...options, secret: 'key' } });
      expect(known.options).not.toHaveProperty('secret');
      expect(knowDestination({ id, options: known.options })).toEqual(known);
    },
  },
  {
    name: 'gives a receipt that names the place and the tag',
    needs: [],
    keep: async ({ choice, destination, run }) => {
      for (const tag of TAGS) {
        const { capture, original } = picture(tag, tag);
        const receipt = await destination.upload(capture, original, run());
        expect(receipt).toEqual({ place: knowDestination(choice).place, id: expect.any(String), tag, brought: true });
        expect(receipt.id).not.toBe('');
      }
    },
  },
  {
    name: 'changes to each tag and back, and a repeat changes nothing more',
    needs: [],
    keep: async ({ destination, run }) => {
      const { capture, original } = picture('positive');
      let receipt = await destination.upload(capture, original, run());
      for (const tag of [...TAGS, ...TAGS]) {
        const first = await destination.change(receipt, { ...capture, tag }, run());
        const again = await destination.change(first, { ...capture, tag }, run());
        expect(again).toEqual({ ...receipt, tag });
        expect(await destination.change(receipt, { ...capture, tag }, run())).toEqual(again);
        receipt = again;
      }
    },
  },
  {
    name: 'removes, and a repeat does no harm',
    needs: [],
    keep: async ({ destination, run }) => {
      const { capture, original } = picture('distractor');
      const receipt = await destination.upload(capture, original, run());
      await destination.remove(receipt, run());
      await destination.remove(receipt, run());
      expect(await destination.survey(run())).toEqual([]);
    },
  },
  {
    name: 'surveys what is empty',
    needs: [],
    keep: async ({ destination, run }) => expect(await destination.survey(run())).toEqual([]),
  },
  {
    name: 'says that the connection works',
    needs: [],
    keep: async ({ destination, run }) => {
      const checked = await destination.check(run());
      expect(checked).toMatchObject({ ok: true, name: expect.any(String), question: [] });
      const link = checked.ok ? checked.link : undefined;
      if (link !== undefined) expect(new URL(link).protocol).toBe('https:');
    },
  },
  {
    name: 'lists what there is to choose from, or says that there is nothing',
    needs: [],
    keep: async ({ destination, run, secrets }) => {
      const listed = await destination.choices(run()).catch(() => failureOf(destination.choices(run()), secrets));
      if (Array.isArray(listed)) for (const choice of listed) expect(choice.id).not.toBe('');
    },
  },
];
