import { DEFAULT_RECIPE } from '../core/project.ts';
import { words } from '../platform/words.ts';
import { isUnnamed } from '../ui/rename-project.ts';
import { Body, NEWEST } from './Body.tsx';
import { Counts } from './Counts.tsx';
import { FirstRun } from './FirstRun.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Troubles } from './Troubles.tsx';
import { useActions } from './use-actions.ts';
import { useCaptures } from './use-captures.ts';
import { useOverview, useProgress, useUnsent } from './use-overview.ts';

export function App() {
  const captures = useCaptures();
  const overview = useOverview(NEWEST + captures.taken.length);
  const progress = useProgress(overview);
  const unsent = useUnsent(overview);
  const actions = useActions(overview, progress);
  const project = overview?.project;
  return (
    <>
      <Header
        projects={overview?.projects ?? []}
        project={project}
        onSelect={actions.select}
        onOptions={actions.openOptions}
      />
      <main class="popup-main">
        <Troubles overview={overview} actions={[...actions.all, captures.takeBack, captures.putBack, captures.tag]} />
        {project && isUnnamed(project) && <FirstRun key={project.id} project={project} />}
        <Counts recipe={project?.recipe ?? DEFAULT_RECIPE} counts={overview?.tally.tags} />
        {overview && <Body overview={overview} captures={captures} onWelcome={actions.openWelcome} />}
      </main>
      {overview && (
        <Footer
          overview={overview}
          progress={progress.progress}
          unsent={unsent}
          onSync={actions.sync}
          onRetry={actions.retry}
          onSendAll={actions.sendAll}
          onOptions={actions.openOptions}
          onExport={actions.openExport}
        />
      )}
      <p class="unseen" role="status" aria-label={words('popup_news')}>
        {captures.said}
      </p>
    </>
  );
}
