import { useRef } from 'preact/hooks';
import type { Capture } from '../core/capture.ts';
import { standing } from '../core/sync.ts';
import type { Tag } from '../core/tag.ts';
import { failureWords, words } from '../platform/words.ts';
import { Picture, partOf } from '../ui/Picture.tsx';
import { About, Problem, TakenBack } from './RowWords.tsx';
import { TagChoice } from './TagChoice.tsx';
import { useRowKeys } from './use-row-keys.ts';
import './CaptureRow.css';

/** What can be done with one capture. */
export interface RowActions {
  readonly onTag: (capture: Capture, tag: Tag) => void;
  readonly onTakeBack: (capture: Capture) => void;
  readonly onPutBack: (capture: Capture) => void;
  readonly onOpen: (capture: Capture) => void;
}

interface Props extends RowActions {
  readonly capture: Capture;
  /** Taken back while the pop-up is open. */
  readonly taken: boolean;
  /** One row is in the order of Tab; the arrows go to the others. */
  readonly reachable: boolean;
}

export function CaptureRow({ capture, taken, reachable, ...actions }: Props) {
  const row = useRef<HTMLLIElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const takeBack = () => {
    // The button that was pressed goes away: what takes its place has the focus.
    main.current?.focus();
    actions.onTakeBack(capture);
  };
  useRowKeys(row, taken ? {} : { onTag: (tag) => actions.onTag(capture, tag), onTakeBack: takeBack });
  const { failure } = capture.sync;
  const tabIndex = reachable ? 0 : -1;
  return (
    <li ref={row} class={taken ? 'row taken' : 'row'} data-capture={capture.id}>
      <button
        ref={main}
        type="button"
        class="bare row-main"
        tabIndex={tabIndex}
        title={taken ? undefined : words('popup_open_source')}
        aria-keyshortcuts={taken ? undefined : '1 2 3 Delete'}
        onClick={() => (taken ? actions.onPutBack(capture) : actions.onOpen(capture))}
      >
        <span class="row-picture">
          <Picture sha256={capture.sha256} alt="" part={partOf(capture)} />
        </span>
        {taken ? <TakenBack capture={capture} /> : <About capture={capture} />}
      </button>
      {!taken && (
        <div class="row-tools">
          <TagChoice tag={capture.tag} tabIndex={tabIndex} onChoose={(tag) => actions.onTag(capture, tag)} />
          <button
            type="button"
            class="bare row-undo"
            tabIndex={tabIndex}
            aria-label={words('popup_take_back')}
            title={words('popup_take_back')}
            onClick={takeBack}
          >
            <Undo />
          </button>
        </div>
      )}
      {!taken && standing(capture) === 'failed' && failure && <Problem {...failureWords(failure)} />}
    </li>
  );
}

function Undo() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="15"
      height="15"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      aria-hidden="true"
    >
      <path d="M3 6h6.5a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
