import { openLink } from '../platform/tabs.ts';
import { isUnnamed } from '../ui/rename-project.ts';
import { Empty } from './Empty.tsx';
import { Latest } from './Latest.tsx';
import { latestRows } from './latest-rows.ts';
import type { Overview } from './overview.ts';
import { sourceOf } from './title-of.ts';
import type { useCaptures } from './use-captures.ts';

/** How many of the newest captures are shown. */
export const NEWEST = 8;

interface Props {
  readonly overview: Overview;
  readonly captures: ReturnType<typeof useCaptures>;
  readonly onWelcome: () => void;
}

/** The last captures, or what to do to have some. */
export function Body({ overview: { project, latest }, captures, onWelcome }: Props) {
  const taken = captures.taken.filter((capture) => capture.project === project.id);
  const rows = latestRows(latest, taken, NEWEST);
  if (rows.length === 0) return <Empty brief={isUnnamed(project)} onWelcome={onWelcome} />;
  return (
    <Latest
      rows={rows}
      onTag={(capture, tag) => void captures.tag.run(capture, tag)}
      onTakeBack={(capture) => void captures.takeBack.run(capture)}
      onPutBack={(capture) => void captures.putBack.run(capture)}
      onOpen={(capture) => {
        const source = sourceOf(capture);
        if (source !== undefined) void openLink(source);
      }}
    />
  );
}
