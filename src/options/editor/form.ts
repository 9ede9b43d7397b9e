import { type FailureNote, noteOf, toFailure } from '../../core/failure.ts';
import type { JsonObject } from '../../core/json.ts';
import { DEFAULT_RECIPE, type Denial, type DestinationChoice, type Project, type Recipe } from '../../core/project.ts';
import { policyOf, type RightsPolicy } from '../../core/rights/policy.ts';
import { TAGS, type Tag } from '../../core/tag.ts';
import {
  type DestinationId,
  isDestinationId,
  type KnownDestination,
  knowDestination,
} from '../../destinations/metas.ts';
import type { Draft, ProjectDraft } from '../../protocol.ts';

/** A project as it is being typed: nothing in it has been checked. */
export interface ProjectForm {
  readonly name: string;
  readonly target: string;
  readonly recipe: Readonly<Record<Tag, string>>;
  readonly destination: DestinationId;
  /** Of every destination that was looked at, so that a look at another loses nothing. */
  readonly options: Readonly<Partial<Record<DestinationId, JsonObject>>>;
  readonly secret: string;
  readonly denial: Denial | undefined;
  readonly rights: RightsPolicy;
}

export function formOf(project: Project | undefined): ProjectForm {
  const { id, options } = project?.destination ?? { id: 'browser', options: {} };
  const destination = isDestinationId(id) ? id : 'browser';
  return {
    name: project?.name ?? '',
    target: project?.target ?? '',
    recipe: typedRecipe(project?.recipe ?? DEFAULT_RECIPE),
    destination,
    options: { [destination]: options },
    secret: '',
    denial: project?.denial,
    rights: policyOf(project),
  };
}

function typedRecipe(recipe: Recipe): Record<Tag, string> {
  const text = (tag: Tag) => String(recipe[tag]);
  return { positive: text('positive'), 'context-negative': text('context-negative'), distractor: text('distractor') };
}

/** The destination as it would be saved: empty fields are left out. */
export function choiceOf({ destination, options }: ProjectForm): DestinationChoice {
  const filled = Object.entries(options[destination] ?? {}).filter(([, value]) => value !== '');
  return { id: destination, options: Object.fromEntries(filled) };
}

type Reading = { readonly known: KnownDestination } | { readonly known: undefined; readonly failure: FailureNote };

/** What the destination makes of its options, or why it cannot use them. */
export function readDestination(form: ProjectForm): Reading {
  try {
    return { known: knowDestination(choiceOf(form)) };
  } catch (error) {
    return { known: undefined, failure: noteOf(toFailure(error)) };
  }
}

export type Flaw = 'name-missing' | 'name-taken' | 'target-missing' | 'recipe-wrong' | 'destination-wrong';

/** What has to be put right before it can be saved. */
export function flawsOf(form: ProjectForm, taken: readonly string[]): readonly Flaw[] {
  const name = form.name.trim();
  const found: readonly (Flaw | false)[] = [
    name === '' && 'name-missing',
    taken.includes(name) && 'name-taken',
    form.target.trim() === '' && 'target-missing',
    recipeOf(form) === undefined && 'recipe-wrong',
    readDestination(form).known === undefined && 'destination-wrong',
  ];
  return found.filter((flaw) => flaw !== false);
}

function recipeOf({ recipe }: ProjectForm): Recipe | undefined {
  const whole = TAGS.every((tag) => /^\s*\d{1,6}\s*$/.test(recipe[tag]));
  const count = (tag: Tag) => Number(recipe[tag]);
  if (!whole) return undefined;
  return {
    positive: count('positive'),
    'context-negative': count('context-negative'),
    distractor: count('distractor'),
  };
}

/** What is asked of the background to save. A secret goes along only where the destination takes one. */
export function projectDraftOf(form: ProjectForm, id: string | undefined): ProjectDraft {
  const { known } = readDestination(form);
  const recipe = recipeOf(form);
  return {
    ...(id === undefined ? {} : { id }),
    name: form.name.trim(),
    target: form.target.trim(),
    destination: choiceOf(form),
    rights: form.rights,
    ...(recipe ? { recipe } : {}),
    ...(form.denial ? { denial: form.denial } : {}),
    ...(form.secret.trim() && known?.secretOrigin !== undefined ? { secret: form.secret.trim() } : {}),
  };
}

export function withOptions(form: ProjectForm, options: JsonObject): ProjectForm {
  return { ...form, options: { ...form.options, [form.destination]: options } };
}

/** What is asked of the background to try the connection. */
export function connectionDraftOf(form: ProjectForm, id: string | undefined): Draft {
  return {
    ...(id === undefined ? {} : { project: id }),
    destination: choiceOf(form),
    target: form.target.trim(),
    ...(form.secret.trim() ? { secret: form.secret.trim() } : {}),
  };
}

/** Whether saving `form` would change anything about `saved`. */
export function differs(form: ProjectForm, saved: ProjectForm): boolean {
  return JSON.stringify(projectDraftOf(form, undefined)) !== JSON.stringify(projectDraftOf(saved, undefined));
}

export type Answer = 'none' | 'some';

/** What the person has answered about exactly these labels; `undefined` when that was not asked yet. */
export function answerTo(labels: readonly string[], denial: Denial | undefined): Answer | undefined {
  if (!denial) return undefined;
  if (!denial.all) return 'some';
  return labels.every((label) => denial.labels.includes(label)) ? 'none' : undefined;
}
