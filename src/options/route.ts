/** What the page shows, as its address says it after `#`. */
export type Route =
  | { readonly view: 'projects' | 'capture' | 'access' | 'file' | 'about' | 'new' }
  | { readonly view: 'project'; readonly id: string };

const VIEWS = ['projects', 'capture', 'access', 'file', 'about', 'new'] as const;

export function parseRoute(hash: string): Route {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const id = query.get('project');
  if (id) return { view: 'project', id };
  const view = VIEWS.find((known) => query.has(known));
  return { view: view ?? 'projects' };
}

export function hrefOf(route: Route): string {
  return route.view === 'project' ? `#project=${encodeURIComponent(route.id)}` : `#${route.view}`;
}
