import { Failure } from '../core/failure.ts';
import type { JsonObject } from '../core/json.ts';
import type { DestinationChoice } from '../core/project.ts';
import { browserMeta } from './browser/meta.ts';
import type { Meta } from './contract.ts';
import { eyepopMeta } from './eyepop/meta.ts';

/** The destinations there are. The other two registries are `adapters.ts` (background) and `forms.ts` (Options). */
export const METAS = { browser: browserMeta, eyepop: eyepopMeta };

export type DestinationId = keyof typeof METAS;

export function isDestinationId(id: string): id is DestinationId {
  return Object.hasOwn(METAS, id);
}

export const DESTINATION_IDS = Object.keys(METAS).filter(isDestinationId);

/** A choice whose options its destination has read: the meta bound to them. */
export interface KnownDestination {
  readonly id: DestinationId;
  readonly label: string;
  readonly sends: boolean;
  readonly takes: readonly string[] | undefined;
  readonly options: JsonObject;
  readonly hosts: readonly string[];
  readonly secretOrigin: string | undefined;
  readonly place: string;
}

/**
 * Reads a choice by the rules of the destination it names.
 *
 * @throws Failure `destination-unknown`, `settings-unreadable` or `address-unsafe`
 */
export function knowDestination(choice: DestinationChoice): KnownDestination {
  if (!isDestinationId(choice.id)) throw new Failure('destination-unknown', { fact: choice.id.slice(0, 40) });
  return bind(choice.id, METAS[choice.id], choice.options);
}

function bind<Options>(id: DestinationId, meta: Meta<Options>, given: JsonObject): KnownDestination {
  const options = meta.parse(given);
  return {
    id,
    label: meta.label,
    sends: meta.sends,
    takes: meta.takes,
    options,
    hosts: meta.hosts(options),
    secretOrigin: meta.secretOrigin(options),
    place: meta.place(options),
  };
}
