import { database } from '../db/open.ts';
import { readCurrentProject } from '../db/read.ts';
import { words } from '../platform/words.ts';
import { useLive } from '../ui/live.ts';
import { Mark } from '../ui/Mark.tsx';
import { useAccess } from '../ui/use-access.ts';
import { AccessStep } from './AccessStep.tsx';
import { RingsOffer } from './RingsOffer.tsx';
import { TagStep } from './TagStep.tsx';
import { TargetStep } from './TargetStep.tsx';
import './App.css';

/** Three steps to the first capture, and an offer for what comes after. */
export function App() {
  const read = async () => readCurrentProject(await database());
  const project = useLive(read, ({ what }) => what === 'projects', []).value;
  const access = useAccess();
  return (
    <main class="welcome">
      <header>
        <Mark size={52} />
        <h1>{words('welcome_title')}</h1>
        <p class="welcome-what">{words('welcome_what')}</p>
      </header>
      <ol class="welcome-steps">
        <TargetStep project={project} />
        <AccessStep {...access} />
        <TagStep project={project} />
      </ol>
      <RingsOffer allowed={access.allowed === true} />
    </main>
  );
}
