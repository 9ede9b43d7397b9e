import { words } from '../../platform/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { DestinationFormProps } from '../forms.ts';

/** Nothing to set; something to know. */
export function BrowserOptions({ project }: Pick<DestinationFormProps, 'project'>) {
  return (
    <Notice tone="info" text={words('options_browser_title')} detail={words('options_browser_detail')}>
      {project !== undefined && (
        <a
          class="button"
          href={`/src/export/index.html?project=${encodeURIComponent(project)}`}
          target="_blank"
          rel="noreferrer"
        >
          {words('options_export_images')}
        </a>
      )}
    </Notice>
  );
}
