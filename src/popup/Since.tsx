import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../ui/language.ts';
import { relativeTime } from '../ui/relative-time.ts';

/** How long ago, kept true while it is looked at. */
export function Since({ at }: { at: number }) {
  const now = useNow();
  return <time dateTime={new Date(at).toISOString()}>{relativeTime(at, now, language())}</time>;
}

/** The time in ms, every half minute anew. */
export function useNow(): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 30_000);
    return () => clearInterval(timer);
  }, []);
  return now.value;
}
