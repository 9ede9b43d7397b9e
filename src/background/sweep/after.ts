import type { Capture } from '../../core/capture.ts';
import { announce } from '../../platform/changes.ts';
import { showCounts } from '../counts.ts';
import { makeThumbnail } from '../thumbnails.ts';
import { drainSoon } from '../wake.ts';

/** Pages of ours, rings and the badge follow this often, in ms. */
const OFTEN = 700;

/** What follows on captures that come by the hundred: told now and then, and their small pictures drawn when all are in. */
export function afterSaves() {
  const projects = new Set<string>();
  const pictures = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = async () => {
    clearTimeout(timer);
    timer = undefined;
    for (const project of projects) announce({ what: 'captures', project });
    await Promise.allSettled([showCounts(), drainSoon()]);
  };
  return {
    note: ({ project, sha256 }: Capture): void => {
      projects.add(project);
      pictures.add(sha256);
      timer ??= setTimeout(() => void follow(), OFTEN);
    },
    finish: async (): Promise<void> => {
      if (projects.size > 0) await follow();
      for (const sha256 of pictures) await makeThumbnail(sha256).catch(() => undefined);
    },
  };
}
