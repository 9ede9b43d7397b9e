import { ask } from '../../platform/messaging.ts';
import { words } from '../../platform/words.ts';
import { useLive } from '../../ui/live.ts';
import { FailureNotice } from '../../ui/Notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PageHead } from '../PageHead.tsx';
import { type Overview, readOverview } from '../read.ts';
import { hrefOf } from '../route.ts';
import { ProjectRow } from './ProjectRow.tsx';
import './projects.css';

export function Projects() {
  const overview = useLive(readOverview, ({ what }) => what === 'projects' || what === 'captures', []).value;
  return (
    <>
      <PageHead title={words('options_projects')} detail={words('options_projects_detail')}>
        <a class="button main" href={hrefOf({ view: 'new' })}>
          {words('options_add_project')}
        </a>
      </PageHead>
      {overview && <List overview={overview} />}
    </>
  );
}

function List({ overview: { projects, current } }: { overview: Overview }) {
  const select = useAction((id: string) => ask('selectProject', id));
  if (projects.length === 0) return <Empty />;
  return (
    <>
      {select.failure && <FailureNotice failure={select.failure} />}
      <fieldset class="project-list">
        <legend class="quiet">{words('options_current_legend')}</legend>
        {projects.map(({ project, tally }) => (
          <ProjectRow
            key={project.id}
            project={project}
            tally={tally}
            current={project.id === current}
            onSelect={() => void select.run(project.id)}
          />
        ))}
      </fieldset>
    </>
  );
}

function Empty() {
  return (
    <div class="card empty">
      <strong>{words('options_no_projects')}</strong>
      <p class="quiet">{words('options_no_projects_detail')}</p>
    </div>
  );
}
