export interface Browser {
  readonly engine: 'chromium' | 'firefox';
  readonly path: string;
}

export function findBrowser(): Browser | undefined;
export function hasScreen(): boolean;
