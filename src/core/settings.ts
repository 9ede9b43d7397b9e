import { Failure } from './failure.ts';
import { isRecord, type JsonObject, listAt, numberAt, textAt } from './json.ts';
import { clip } from './limits.ts';
import { type DestinationChoice, KEEP_HERE, type Project, type Recipe } from './project.ts';
import { isRightsPolicy, policyOf, type RightsPolicy } from './rights/policy.ts';
import { TAGS } from './tag.ts';

export type ProjectSettings = Pick<Project, 'name' | 'target' | 'destination' | 'recipe' | 'rights'>;

/** What Options imports and exports, and what an administrator may prescribe. Holds no secret, ever. */
export interface Settings {
  readonly projects: readonly ProjectSettings[];
  readonly collectorName?: string;
}

/** One thing an import would do; shown before it is done. */
export interface SettingsChange {
  readonly project: string;
  readonly field: 'origins' | 'project' | 'target' | 'destination' | 'recipe' | 'rights';
  readonly before: string;
  readonly after: string;
}

/**
 * Reads settings from a file or a policy.
 *
 * @param cleanOptions keeps of a destination's options what it knows, and throws where they are unusable
 * @throws Failure `settings-unreadable`, with the place as its fact
 */
export function parseSettings(value: unknown, cleanOptions: (choice: DestinationChoice) => JsonObject): Settings {
  if (!isRecord(value) || !Array.isArray(value['projects'])) throw unreadable('projects');
  const projects = listAt(value, 'projects').map((item, index) => parseProject(item, index, cleanOptions));
  const names = new Set(projects.map(({ name }) => name));
  if (names.size < projects.length) throw unreadable('projects: a name occurs twice');
  const collectorName = textAt(value, 'collectorName');
  return collectorName === undefined ? { projects } : { projects, collectorName: clip(collectorName, 80) };
}

function parseProject(
  value: unknown,
  index: number,
  cleanOptions: (choice: DestinationChoice) => JsonObject,
): ProjectSettings {
  const name = textAt(value, 'name')?.trim();
  const target = textAt(value, 'target')?.trim();
  if (!name || !target) throw unreadable(`projects[${index}]: name, target`);
  const choice = parseDestination(isRecord(value) ? value['destination'] : undefined, index);
  const recipe = parseRecipe(isRecord(value) ? value['recipe'] : undefined);
  const destination = { id: choice.id, options: cleanOptions(choice) };
  const rights = parseRightsPolicy(isRecord(value) ? value['rights'] : undefined, index);
  const known = { name: clip(name, 80), target: clip(target, 80), destination };
  return { ...known, ...(recipe && { recipe }), ...(rights && { rights }) };
}

function parseDestination(value: unknown, index: number): DestinationChoice {
  if (value === undefined) return KEEP_HERE;
  const id = textAt(value, 'id');
  if (!id || !isRecord(value)) throw unreadable(`projects[${index}]: destination`);
  const options = value['options'] ?? {};
  if (!isRecord(options)) throw unreadable(`projects[${index}]: destination.options`);
  // JSON.parse or the policy made it: what is in it is JSON.
  return { id, options: options as JsonObject };
}

function parseRecipe(value: unknown): Recipe | undefined {
  const [positive, context, distractor] = TAGS.map((tag) => numberAt(value, tag));
  if (positive === undefined || context === undefined || distractor === undefined) return undefined;
  const whole = (count: number) => Math.max(0, Math.min(1_000_000, Math.round(count)));
  return { positive: whole(positive), 'context-negative': whole(context), distractor: whole(distractor) };
}

/** A word that nobody knows is not passed over: whoever wrote it relies on being obeyed. */
function parseRightsPolicy(value: unknown, index: number): RightsPolicy | undefined {
  if (value === undefined || isRightsPolicy(value)) return value;
  throw unreadable(`projects[${index}]: rights`);
}

function unreadable(fact: string): Failure {
  return new Failure('settings-unreadable', { fact });
}

export function exportSettings(projects: readonly Project[]): Settings {
  return {
    projects: projects.map(({ name, target, destination, recipe, rights }) => ({
      name,
      target,
      ...(recipe && { recipe }),
      ...(rights && { rights }),
      destination,
    })),
  };
}

/** What importing `settings` would change, the addresses that data would go to first. */
export function describeChanges(
  projects: readonly Project[],
  settings: Settings,
  originsOf: (choice: DestinationChoice) => readonly string[],
): SettingsChange[] {
  const changes = settings.projects.flatMap((next) => {
    const now = projects.find(({ name }) => name === next.name);
    return changesOf(now, next, originsOf);
  });
  return changes.sort((a, b) => Number(b.field === 'origins') - Number(a.field === 'origins'));
}

function changesOf(
  now: Project | undefined,
  next: ProjectSettings,
  originsOf: (choice: DestinationChoice) => readonly string[],
): SettingsChange[] {
  const words = (choice: DestinationChoice | undefined) => (choice ? JSON.stringify(choice) : '');
  const rows: readonly [SettingsChange['field'], string, string][] = [
    ['origins', now ? originsOf(now.destination).join(' ') : '', originsOf(next.destination).join(' ')],
    ['project', now?.name ?? '', next.name],
    ['target', now?.target ?? '', next.target],
    ['destination', words(now?.destination), words(next.destination)],
    ['recipe', JSON.stringify(now?.recipe ?? null), JSON.stringify(next.recipe ?? now?.recipe ?? null)],
    ['rights', now ? policyOf(now) : '', next.rights ?? (now ? policyOf(now) : '')],
  ];
  return rows
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => ({ project: next.name, field, before, after }));
}
