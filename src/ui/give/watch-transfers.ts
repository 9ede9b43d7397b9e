import { mayHoldPicture } from './read-transfer.ts';

interface Watching {
  readonly onTransfer: (data: DataTransfer, how: 'paste' | 'drop') => void;
  readonly onDragging: (is: boolean) => void;
}

/** Follows what is pasted or dragged into a page of ours from elsewhere, until `signal` ends. */
export function watchTransfers({ onTransfer, onDragging }: Watching, signal: AbortSignal): void {
  // Our own links and pictures can be dragged too: they are not given, they are here.
  let own = false;
  const isOffered = (event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } =>
    !own && event.dataTransfer !== null && mayHoldPicture(event.dataTransfer) && !isText(event, event.dataTransfer);
  const listen = <Name extends keyof WindowEventMap>(name: Name, listener: (event: WindowEventMap[Name]) => void) =>
    addEventListener(name, listener, { signal });

  listen('dragstart', () => (own = true));
  listen('dragend', () => (own = false));
  // Out of the page, and not from one element of it to another.
  listen('dragleave', ({ relatedTarget }) => relatedTarget === null && onDragging(false));
  listen('dragover', (event) => {
    onDragging(isOffered(event));
    if (!isOffered(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  listen('drop', (event) => {
    onDragging(false);
    if (!isOffered(event)) return;
    // The browser would leave the page for what was dropped on it.
    event.preventDefault();
    onTransfer(event.dataTransfer, 'drop');
  });
  listen('paste', (event) => {
    if (!event.clipboardData || isText(event, event.clipboardData)) return;
    onTransfer(event.clipboardData, 'paste');
  });
}

/** Words for a field stay the field's. */
function isText({ target }: Event, { types }: DataTransfer): boolean {
  return target instanceof Element && target.matches('input, textarea') && !types.includes('Files');
}
