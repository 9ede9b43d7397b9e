import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hrefOf, parseRoute, type Route } from './route.ts';

interface Routing {
  readonly route: Route;
  /** Where the person wanted to go while something was unsaved; waits for an answer. */
  readonly leaving: Route | undefined;
  leave(): void;
  stay(): void;
}

/** Follows the address. While `dirty`, nothing is left unasked: not a view, not the page. */
export function useRoute(dirty: Signal<boolean>): Routing {
  const route = useSignal(parseRoute(location.hash));
  const leaving = useSignal<Route | undefined>(undefined);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const follow = () => {
      const next = parseRoute(location.hash);
      if (hrefOf(next) === hrefOf(route.value)) return;
      if (!dirty.value) {
        route.value = next;
        return;
      }
      history.replaceState(null, '', hrefOf(route.value));
      leaving.value = next;
    };
    addEventListener('hashchange', follow, { signal });
    addEventListener('beforeunload', (event) => dirty.value && event.preventDefault(), { signal });
    return () => ending.abort();
  }, []);
  const stay = () => {
    leaving.value = undefined;
  };
  const leave = () => {
    dirty.value = false;
    if (leaving.value) location.hash = hrefOf(leaving.value);
    stay();
  };
  return { route: route.value, leaving: leaving.value, leave, stay };
}
