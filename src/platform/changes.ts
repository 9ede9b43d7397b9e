import { isRecord } from '../core/json.ts';

/** Tells every context of ours that the database has changed, or how far a drain is. */
const CHANNEL = 'foil';

export interface News {
  readonly what: 'captures' | 'projects' | 'drain' | 'access' | 'notice' | 'preferences';
  readonly project?: string;
  /** Captures that the running drain has brought so far; absent when none runs. */
  readonly done?: number;
}

/** Opened when there is first something to tell, and kept: a cache, not state. */
let voice: BroadcastChannel | undefined;

export function announce(news: News): void {
  voice ??= new BroadcastChannel(CHANNEL);
  voice.postMessage(news);
}

export function onNews(listener: (news: News) => void, signal?: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    // Only our own contexts can speak here, but one of them may be older than this one.
    if (isRecord(data) && typeof data['what'] === 'string') listener(data as unknown as News);
  };
  signal?.addEventListener('abort', () => channel.close());
}
