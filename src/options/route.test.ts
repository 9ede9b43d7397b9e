import { expect, test } from 'vitest';
import { hrefOf, parseRoute, type Route } from './route.ts';

test.each<[string, Route]>([
  ['', { view: 'projects' }],
  ['#', { view: 'projects' }],
  ['#projects', { view: 'projects' }],
  ['#access', { view: 'access' }],
  ['#capture', { view: 'capture' }],
  ['#nonsense', { view: 'projects' }],
  ['#project=', { view: 'projects' }],
  ['#project=a%2Fb', { view: 'project', id: 'a/b' }],
])('%j', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test.each<Route>([{ view: 'new' }, { view: 'file' }, { view: 'project', id: 'a&project=b #' }])(
  '%j comes back',
  (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  },
);
