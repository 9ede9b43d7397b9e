import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Choice, type Fate, keepPictures } from './keep-pictures.ts';
import { type Picked, readTransfer } from './read-transfer.ts';
import { watchTransfers } from './watch-transfers.ts';

/** Pictures that were tagged, together until all of them are through. */
export interface Round {
  readonly total: number;
  readonly fates: readonly Fate[];
  readonly running: boolean;
  /** What was not begun is let go; what was saved is saved. */
  stop(): void;
}

export interface Give {
  /** What waits for its tag. */
  readonly choosing: readonly Picked[] | undefined;
  readonly round: Round | undefined;
  /** Something was dropped in which no picture is. */
  readonly isNothing: boolean;
  /** Something that may hold a picture is being dragged over the page. */
  readonly isDragging: boolean;
  choose(choice: Choice): void;
  /** Of what waits. */
  leave(): void;
  /** Of what was said. */
  dismiss(): void;
}

export function useGive(): Give {
  const choosing = useSignal<readonly Picked[] | undefined>(undefined);
  const round = useSignal<Round | undefined>(undefined);
  const isNothing = useSignal(false);
  const isDragging = useSignal(false);
  useEffect(() => {
    const watching = new AbortController();
    const onTransfer = async (data: DataTransfer, how: 'paste' | 'drop') => {
      const pictures = await readTransfer(data);
      // Words that are pasted are nobody's mistake.
      isNothing.value = how === 'drop' && pictures.length === 0;
      if (pictures.length > 0) choosing.value = [...(choosing.value ?? []), ...pictures];
    };
    const onDragging = (is: boolean) => {
      isDragging.value = is;
    };
    watchTransfers({ onTransfer: (data, how) => void onTransfer(data, how), onDragging }, watching.signal);
    return () => watching.abort();
  }, []);
  const leave = () => {
    choosing.value = undefined;
  };
  const choose = (choice: Choice) => {
    const pictures = choosing.value ?? [];
    leave();
    void run(round, pictures, choice);
  };
  const dismiss = () => {
    isNothing.value = false;
    round.value = undefined;
  };
  return {
    ...{ choosing: choosing.value, round: round.value, isNothing: isNothing.value, isDragging: isDragging.value },
    ...{ choose, leave, dismiss },
  };
}

/** Joins the round that is under way, or begins one. */
async function run(round: Signal<Round | undefined>, pictures: readonly Picked[], choice: Choice): Promise<void> {
  const before = round.value?.running ? round.value : undefined;
  const stopping = new AbortController();
  const stop = () => {
    before?.stop();
    stopping.abort();
  };
  round.value = {
    total: (before?.total ?? 0) + pictures.length,
    ...{ fates: before?.fates ?? [], running: true, stop },
  };
  const onFate = (fate: Fate) => change(round, ({ fates }) => ({ fates: [...fates, fate] }));
  await keepPictures(pictures, choice, { signal: stopping.signal, onFate });
  change(round, ({ total, fates }) => ({ running: !stopping.signal.aborted && fates.length < total }));
}

function change(round: Signal<Round | undefined>, next: (round: Round) => Partial<Round>): void {
  if (round.value) round.value = { ...round.value, ...next(round.value) };
}
