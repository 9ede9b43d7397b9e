import { ask } from '../platform/messaging.ts';
import { openOptions, openPage } from '../platform/tabs.ts';
import { useAction } from '../ui/use-action.ts';
import type { Overview } from './overview.ts';
import type { useProgress } from './use-overview.ts';

/** What the pop-up can start besides changing a capture. All of them show what they failed with. */
export function useActions(overview: Overview | undefined, progress: ReturnType<typeof useProgress>) {
  const id = overview?.project.id ?? '';
  const run = async (name: 'sync' | 'retry') => {
    const { waiting = 0, failed = 0 } = overview?.tally ?? {};
    // Only a run that has something to do ends with news.
    if (waiting > 0 || (name === 'retry' && failed > 0)) progress.expect();
    await ask(name, id).catch((error) => {
      progress.forget();
      throw error;
    });
  };
  const select = useAction((project: string) => ask('selectProject', project));
  const sync = useAction(() => run('sync'));
  const retry = useAction(() => run('retry'));
  const sendAll = useAction(() => ask('sendAll', id));
  const open = useAction((path: string) => leave(openPage(path)));
  const options = useAction(() => leave(openOptions()));
  return {
    select: (project: string) => void select.run(project),
    sync: () => void sync.run(),
    retry: () => void retry.run(),
    sendAll: () => void sendAll.run(),
    openOptions: () => void options.run(),
    openWelcome: () => void open.run('src/welcome/index.html'),
    openExport: () => void open.run(`src/export/index.html?project=${encodeURIComponent(id)}`),
    all: [select, sync, retry, sendAll, open, options],
  };
}

/** Firefox leaves the pop-up open over the tab it opened. */
async function leave(opening: Promise<void>): Promise<void> {
  await opening;
  window.close();
}
