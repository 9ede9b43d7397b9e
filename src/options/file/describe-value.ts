import { isRecord, numberAt, textAt } from '../../core/json.ts';
import { isRightsPolicy } from '../../core/rights/policy.ts';
import type { SettingsChange } from '../../core/settings.ts';
import { TAGS } from '../../core/tag.ts';
import { isDestinationId } from '../../destinations/metas.ts';
import { tagName, words } from '../../platform/words.ts';

/** A value of the preview in words; the background says destinations and recipes as JSON. */
export function describeValue(field: SettingsChange['field'], value: string): string {
  if (field === 'origins') return value.split(' ').map(hostOf).join(', ');
  if (field === 'rights') return isRightsPolicy(value) ? words(`options_rights_${value}`) : value;
  if (field !== 'destination' && field !== 'recipe') return value;
  const parsed: unknown = value === '' ? null : JSON.parse(value);
  return field === 'recipe' ? describeRecipe(parsed) : describeDestination(parsed);
}

/** A match pattern without its trailing wildcard path. */
function hostOf(pattern: string): string {
  return pattern.replace(/\/\*$/, '');
}

function describeRecipe(recipe: unknown): string {
  if (!isRecord(recipe)) return '';
  return TAGS.map((tag) => `${tagName(tag)} ${numberAt(recipe, tag) ?? 0}`).join(', ');
}

function describeDestination(choice: unknown): string {
  const id = textAt(choice, 'id');
  if (id === undefined) return '';
  const options = isRecord(choice) && isRecord(choice['options']) ? Object.entries(choice['options']) : [];
  const label = isDestinationId(id) ? words(`destination_${id}`) : id;
  return [label, ...options.map(([key, value]) => `${key}: ${String(value)}`)].join(', ');
}
