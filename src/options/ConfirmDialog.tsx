import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something that cannot be taken back. The harmless answer has the focus; Escape gives it too. */
export function ConfirmDialog({ title, detail, yes, no, onYes, onNo }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={id} aria-describedby={`${id}-detail`} onClose={onNo}>
      <h2 id={id}>{title}</h2>
      <p id={`${id}-detail`} class="confirm-detail">
        {detail}
      </p>
      <div class="confirm-actions">
        <button type="button" class="danger" onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="main" autofocus onClick={onNo}>
          {no}
        </button>
      </div>
    </dialog>
  );
}
