import { type Signal, useSignal } from '@preact/signals';
import { words } from '../platform/words.ts';
import { About } from './About.tsx';
import { Access } from './access/Access.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Capture } from './capture/Capture.tsx';
import { Editor } from './editor/Editor.tsx';
import { SettingsFile } from './file/SettingsFile.tsx';
import { Nav } from './Nav.tsx';
import { Projects } from './projects/Projects.tsx';
import type { Route } from './route.ts';
import { useRoute } from './use-route.ts';
import './options.css';

export function App() {
  const dirty = useSignal(false);
  const { route, leaving, leave, stay } = useRoute(dirty);
  return (
    <div class="options">
      <Nav view={route.view} />
      <main>
        <View route={route} dirty={dirty} />
      </main>
      {leaving && (
        <ConfirmDialog
          title={words('options_unsaved_title')}
          detail={words('options_unsaved_detail')}
          yes={words('options_discard')}
          no={words('options_stay')}
          onYes={leave}
          onNo={stay}
        />
      )}
    </div>
  );
}

function View({ route, dirty }: { route: Route; dirty: Signal<boolean> }) {
  switch (route.view) {
    case 'project':
      return <Editor key={route.id} id={route.id} dirty={dirty} />;
    case 'new':
      return <Editor key="new" id={undefined} dirty={dirty} />;
    case 'capture':
      return <Capture />;
    case 'access':
      return <Access />;
    case 'file':
      return <SettingsFile />;
    case 'about':
      return <About />;
    case 'projects':
      return <Projects />;
  }
}
