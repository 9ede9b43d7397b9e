import type { Capture } from '../../src/core/capture.ts';
import type { Project } from '../../src/core/project.ts';
import { TAGS, type Tag } from '../../src/core/tag.ts';
import { until } from './harness/until.ts';
import { capturesOf, type Session, tagImage } from './session.ts';

/** A picture of the demo page for each tag. */
export const PICTURES: Readonly<Record<Tag, string>> = {
  positive: '#positive-2',
  'context-negative': '#negative-1',
  distractor: '#distractor-1',
};

/** Tags pictures of the page for a project, one after the other, and waits until they are captures. */
export async function tagEach(session: Session, project: Project, tags: readonly Tag[] = TAGS): Promise<Capture[]> {
  const before = (await capturesOf(session, project)).length;
  for (const [index, tag] of tags.entries()) {
    await tagImage(session, PICTURES[tag], tag, project);
    await until(`a ${tag}`, async () => (await capturesOf(session, project)).length === before + index + 1);
  }
  return capturesOf(session, project);
}
