import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { TAGS, type Tag } from '../core/tag.ts';

interface RowKeys {
  readonly onTag?: (tag: Tag) => void;
  readonly onTakeBack?: () => void;
}

/** 1, 2, 3 re-tag and Delete takes back, wherever in the row the focus is; the arrows go from row to row. */
export function useRowKeys(row: RefObject<HTMLElement | null>, { onTag, onTakeBack }: RowKeys): void {
  useEffect(() => {
    const ending = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const act = actOf(event.key);
      if (!act) return;
      event.preventDefault();
      act();
    };
    const actOf = (key: string): (() => void) | undefined => {
      const tag = TAGS[Number(key) - 1];
      if (tag) return onTag && (() => onTag(tag));
      if (key === 'Delete' || key === 'Backspace') return onTakeBack;
      if (key === 'ArrowDown') return () => focusRow(row.current?.nextElementSibling);
      if (key === 'ArrowUp') return () => focusRow(row.current?.previousElementSibling);
      return undefined;
    };
    row.current?.addEventListener('keydown', onKey, { signal: ending.signal });
    return () => ending.abort();
  });
}

function focusRow(row: Element | null | undefined): void {
  row?.querySelector('button')?.focus();
}
