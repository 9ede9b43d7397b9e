import { describe, expect, test } from 'vitest';
import type { Project } from '../../core/project.ts';
import {
  answerTo,
  choiceOf,
  differs,
  flawsOf,
  formOf,
  type ProjectForm,
  projectDraftOf,
  readDestination,
} from './form.ts';

const project: Project = {
  id: 'p',
  name: 'Dogs',
  target: 'dog',
  destination: { id: 'eyepop', options: { base: 'https://compute.eyepop.ai', dataset: 'd1' } },
  managed: false,
  createdAt: 0,
};

const form = (over: Partial<ProjectForm> = {}): ProjectForm => ({ ...formOf(project), ...over });
const withBase = (base: string) => form({ options: { eyepop: { base } } });

test('what is opened and not touched differs in nothing', () => {
  expect(differs(form(), formOf(project))).toBe(false);
  expect(differs(form({ name: 'Dogs ' }), formOf(project))).toBe(false);
  expect(differs(form({ name: 'Cats' }), formOf(project))).toBe(true);
  expect(differs(form({ secret: 'eyp_x' }), formOf(project))).toBe(true);
  expect(differs(form({ rights: 'refuse' }), formOf(project))).toBe(true);
  expect(differs(form({ rights: 'warn' }), formOf(project))).toBe(false);
});

test('looking at another destination and coming back loses nothing', () => {
  const there = form({ destination: 'browser' });
  expect(choiceOf(there)).toEqual({ id: 'browser', options: {} });
  expect(choiceOf({ ...there, destination: 'eyepop' })).toEqual(project.destination);
});

describe('flawsOf', () => {
  test.each<[string, Partial<ProjectForm>, string[]]>([
    ['nothing wrong', {}, []],
    ['no name', { name: '  ' }, ['name-missing']],
    ['a name that is taken', { name: ' Cats ' }, ['name-taken']],
    ['no target', { target: '' }, ['target-missing']],
    ['half an image', { recipe: { ...form().recipe, distractor: '1.5' } }, ['recipe-wrong']],
    ['fewer than none', { recipe: { ...form().recipe, positive: '-1' } }, ['recipe-wrong']],
    ['an address without https', { options: { eyepop: { base: 'http://eyepop.ai' } } }, ['destination-wrong']],
  ])('%s', (_, over, flaws) => {
    expect(flawsOf(form(over), ['Cats'])).toEqual(flaws);
  });
});

test('an address that no key may go to is named as such', () => {
  expect(readDestination(withBase('http://eyepop.ai'))).toMatchObject({ failure: { kind: 'address-unsafe' } });
  expect(readDestination(withBase('http://127.0.0.1:8080')).known?.secretOrigin).toBe('http://127.0.0.1:8080');
  expect(readDestination(withBase('')).known?.secretOrigin).toBe('https://compute.eyepop.ai');
});

test('a key typed for a destination is not sent along for one that takes none', () => {
  expect(projectDraftOf(form({ secret: ' eyp_x ' }), 'p').secret).toBe('eyp_x');
  expect(projectDraftOf(form({ secret: 'eyp_x', destination: 'browser' }), 'p')).not.toHaveProperty('secret');
});

test('an answer holds for the labels it named', () => {
  expect(answerTo(['cat'], undefined)).toBeUndefined();
  expect(answerTo(['cat'], { labels: ['cat', 'cow'], all: true })).toBe('none');
  expect(answerTo(['cat', 'hen'], { labels: ['cat'], all: true })).toBeUndefined();
  expect(answerTo(['hen'], { labels: ['cat'], all: false })).toBe('some');
});
