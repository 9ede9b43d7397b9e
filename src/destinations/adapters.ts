import type { Capture } from '../core/capture.ts';
import { Failure } from '../core/failure.ts';
import type { JsonObject } from '../core/json.ts';
import type { DestinationChoice } from '../core/project.ts';
import type { Receipt } from '../core/sync.ts';
import { browserMeta } from './browser/meta.ts';
import { browserDestination } from './browser/upload.ts';
import type { Destination, Run } from './contract.ts';
import { eyepopMeta } from './eyepop/meta.ts';
import { eyepopDestination } from './eyepop/upload.ts';
import { type DestinationId, isDestinationId } from './metas.ts';

/** What each destination does: for the background alone. */
const ADAPTERS: Record<DestinationId, (options: JsonObject) => ReturnType<typeof bind>> = {
  browser: (options) => bind(browserDestination, browserMeta.parse(options)),
  eyepop: (options) => bind(eyepopDestination, eyepopMeta.parse(options)),
};

/** A destination whose options are already read: the contract without them. */
export type Connected = ReturnType<typeof bind> & { readonly choice: DestinationChoice };

/**
 * The destination of a choice, with its options bound.
 *
 * @throws Failure `destination-unknown`, `settings-unreadable` or `address-unsafe`
 */
export function connect({ id, options }: DestinationChoice): Connected {
  if (!isDestinationId(id)) throw new Failure('destination-unknown', { fact: id.slice(0, 40) });
  return { ...ADAPTERS[id](options), choice: { id, options } };
}

function bind<Options>(adapter: Destination<Options>, options: Options) {
  return {
    upload: (capture: Capture, original: Blob, run: Run) => adapter.upload(capture, original, options, run),
    change: (receipt: Receipt, capture: Capture, run: Run) => adapter.change(receipt, capture, options, run),
    remove: (receipt: Receipt, run: Run) => adapter.remove(receipt, options, run),
    survey: (run: Run) => adapter.survey(options, run),
    check: (run: Run) => adapter.check(options, run),
    choices: (run: Run) => adapter.choices(options, run),
  };
}
