import { describe, expect, it } from 'vitest';
import { makeProject } from '../../test/open-empty.ts';
import { Failure } from './failure.ts';
import type { JsonObject } from './json.ts';
import { type DestinationChoice, KEEP_HERE, type Project } from './project.ts';
import { describeChanges, exportSettings, parseSettings } from './settings.ts';

const EYEPOP = { id: 'eyepop', options: { dataset: 'd1' } };

/** Keeps a dataset; what it is made of is the destination's to judge. */
function cleanOptions({ id, options }: DestinationChoice): JsonObject {
  if (id !== 'browser' && id !== 'eyepop') throw new Failure('destination-unknown', { fact: id });
  const dataset = options['dataset'];
  return dataset === undefined ? {} : { dataset };
}

const parse = (value: unknown) => parseSettings(value, cleanOptions);
const parseOne = (project: unknown) => parse({ projects: [project] }).projects[0];
const dogs = { name: 'Dogs', target: 'dog' };

describe('parseSettings', () => {
  it('reads all that it knows, and nothing else', () => {
    const recipe = { positive: 10, 'context-negative': 2, distractor: 1 };
    const destination = { ...EYEPOP, options: { dataset: 'd1', secret: 'eyp_key' }, secret: 'eyp_key' };
    const rights = 'refuse';
    const project = {
      ...dogs,
      destination,
      recipe,
      rights,
      id: 'x',
      managed: true,
      denial: { all: true },
      secret: 'eyp_key',
    };
    const settings = parse({ projects: [project], collectorName: 'Ann', secret: 'eyp_key' });
    expect(settings).toEqual({ projects: [{ ...dogs, destination: EYEPOP, recipe, rights }], collectorName: 'Ann' });
    expect(JSON.stringify(settings)).not.toContain('eyp_key');
  });

  it('keeps captures here where no destination is said', () => {
    expect(parseOne(dogs)).toEqual({ ...dogs, destination: KEEP_HERE });
    expect(parse({ projects: [] })).toEqual({ projects: [] });
  });

  it('cuts names to a length that can be shown', () => {
    const long = 'x'.repeat(500);
    const settings = parse({ projects: [{ name: ` ${long} `, target: long }], collectorName: long });
    expect(settings.projects[0]?.name).toHaveLength(80);
    expect(settings.projects[0]?.target).toHaveLength(80);
    expect(settings.collectorName).toHaveLength(80);
    expect(parseOne({ name: ' Dogs ', target: '\tdog\n' })).toMatchObject(dogs);
  });

  it.each<[string, unknown, object | undefined]>([
    [
      'whole',
      { positive: 1, 'context-negative': 2, distractor: 3 },
      { positive: 1, 'context-negative': 2, distractor: 3 },
    ],
    [
      'odd numbers',
      { positive: -5, 'context-negative': 2.6, distractor: 1e99 },
      { positive: 0, 'context-negative': 3, distractor: 1_000_000 },
    ],
    ['one is missing', { positive: 1, distractor: 3 }, undefined],
    ['not numbers', { positive: '1', 'context-negative': 2, distractor: 3 }, undefined],
    ['not finite', { positive: Number.NaN, 'context-negative': 2, distractor: 3 }, undefined],
    ['a list', [1, 2, 3], undefined],
    ['null', null, undefined],
  ])('reads a recipe: %s', (_, recipe, expected) => expect(parseOne({ ...dogs, recipe })?.recipe).toEqual(expected));

  it.each<[string, unknown]>([
    ['projects', undefined],
    ['projects', null],
    ['projects', 'text'],
    ['projects', []],
    ['projects', {}],
    ['projects', { projects: {} }],
    ['projects[0]: name, target', { projects: [null] }],
    ['projects[0]: name, target', { projects: [['Dogs', 'dog']] }],
    ['projects[0]: name, target', { projects: [{ name: 'Dogs' }] }],
    ['projects[0]: name, target', { projects: [{ name: ' ', target: 'dog' }] }],
    ['projects[0]: name, target', { projects: [{ name: 1, target: 'dog' }] }],
    ['projects[1]: name, target', { projects: [dogs, { target: 'cat' }] }],
    ['projects: a name occurs twice', { projects: [dogs, { ...dogs, name: 'Dogs ' }] }],
    ['projects: a name occurs twice', { projects: ['a', 'b'].map((end) => ({ ...dogs, name: 'x'.repeat(99) + end })) }],
    ['projects[0]: rights', { projects: [{ ...dogs, rights: 'Refuse' }] }],
    ['projects[0]: rights', { projects: [{ ...dogs, rights: null }] }],
    ['projects[0]: rights', { projects: [{ ...dogs, rights: ['refuse'] }] }],
    ['projects[0]: destination', { projects: [{ ...dogs, destination: null }] }],
    ['projects[0]: destination', { projects: [{ ...dogs, destination: 'eyepop' }] }],
    ['projects[0]: destination', { projects: [{ ...dogs, destination: {} }] }],
    ['projects[0]: destination.options', { projects: [{ ...dogs, destination: { id: 'eyepop', options: 'd1' } }] }],
    ['projects[0]: destination.options', { projects: [{ ...dogs, destination: { id: 'eyepop', options: [] } }] }],
  ])('refuses and says where: %s in %j', (fact, value) => {
    expect(() => parse(value)).toThrow(expect.objectContaining({ kind: 'settings-unreadable', fact }));
  });

  it('lets a destination refuse what it cannot use', () => {
    const unknown = { ...dogs, destination: { id: 'elsewhere' } };
    expect(() => parseOne(unknown)).toThrow(expect.objectContaining({ kind: 'destination-unknown' }));
  });

  it('is not led astray by a prototype', () => {
    const value: unknown = JSON.parse('{"projects": [{"__proto__": {"name": "Dogs", "target": "dog"}}]}');
    expect(() => parse(value)).toThrow('projects[0]: name, target');
    expect(Object.hasOwn(Object.prototype, 'name')).toBe(false);
  });
});

describe('exportSettings', () => {
  it('gives what can be imported again as it was, and nothing that is only of this browser', () => {
    const recipe = { positive: 1, 'context-negative': 2, distractor: 3 };
    const denial = { labels: ['cat'], all: true };
    const rights = 'record' as const;
    const first = { ...makeProject('Dogs', EYEPOP), recipe, rights, denial };
    const projects: Project[] = [first, makeProject('Cats', KEEP_HERE)];
    const exported = exportSettings(projects);
    expect(parse(JSON.parse(JSON.stringify(exported)))).toEqual(exported);
    expect(exported.projects[0]).toEqual({ name: 'Dogs', target: 'dog', destination: EYEPOP, recipe, rights });
    expect(describeChanges(projects, exported, originsOf)).toEqual([]);
  });
});

const originsOf = ({ id, options }: DestinationChoice) =>
  id === 'browser' ? [] : [`https://${String(options['base'] ?? 'compute.eyepop.ai')}/*`];

describe('describeChanges', () => {
  const here: Project[] = [makeProject('Dogs', KEEP_HERE), makeProject('Cats', EYEPOP)];
  const fields = (projects: readonly unknown[]) =>
    describeChanges(here, parse({ projects }), originsOf).map(({ project, field }) => `${project} ${field}`);

  it('says nothing about what stays', () => {
    expect(fields([dogs])).toEqual([]);
    expect(fields([])).toEqual([]);
  });

  it('names the addresses that data would go to first, then each thing', () => {
    const birds = { name: 'Birds', target: 'bird', destination: EYEPOP };
    expect(
      fields([{ name: 'Cats', target: 'cat', destination: EYEPOP }, { ...dogs, destination: EYEPOP }, birds]),
    ).toEqual([
      'Dogs origins',
      'Birds origins',
      'Cats target',
      'Dogs destination',
      'Birds project',
      'Birds target',
      'Birds destination',
    ]);
  });

  it('says what it was and what it would be', () => {
    const recipe = { positive: 1, 'context-negative': 2, distractor: 3 };
    const settings = parse({ projects: [{ ...dogs, recipe, destination: EYEPOP }] });
    expect(describeChanges(here, settings, originsOf)).toEqual([
      { project: 'Dogs', field: 'origins', before: '', after: 'https://compute.eyepop.ai/*' },
      { project: 'Dogs', field: 'destination', before: JSON.stringify(KEEP_HERE), after: JSON.stringify(EYEPOP) },
      { project: 'Dogs', field: 'recipe', before: 'null', after: JSON.stringify(recipe) },
    ]);
  });

  it('says what would become of images whose makers reserve their use', () => {
    const rightsOf = (now: readonly Project[], rights?: string) =>
      describeChanges(now, parse({ projects: [{ ...dogs, rights }] }), originsOf).filter(
        ({ field }) => field === 'rights',
      );
    const change = { project: 'Dogs', field: 'rights' };
    expect(rightsOf(here, 'refuse')).toEqual([{ ...change, before: 'warn', after: 'refuse' }]);
    expect(rightsOf(here, 'warn')).toEqual([]);
    expect(rightsOf([{ ...makeProject('Dogs', KEEP_HERE), rights: 'refuse' }])).toEqual([]);
    expect(rightsOf([], 'record')).toEqual([{ ...change, before: '', after: 'record' }]);
  });

  it('sees that data would go elsewhere, though the destination is the same', () => {
    const next = { name: 'Cats', target: 'dog', destination: { id: 'eyepop', options: { dataset: 'd1' } } };
    const [first] = describeChanges(
      here,
      { projects: [{ ...next, destination: { id: 'eyepop', options: { base: 'evil.example' } } }] },
      originsOf,
    );
    expect(first).toEqual({
      project: 'Cats',
      field: 'origins',
      before: 'https://compute.eyepop.ai/*',
      after: 'https://evil.example/*',
    });
  });
});
