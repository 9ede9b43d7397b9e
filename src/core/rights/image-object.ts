import { type RightsSignal, signal } from './signal.ts';
import { copyright, licence, sourceType } from './statements.ts';

/** What somebody says with schema.org about one image. */
export interface ImageStatement {
  /** Of the image, as they are written. */
  readonly addresses: readonly string[];
  readonly rights: readonly RightsSignal[];
}

/** The values of a property, as plain text. */
export type ReadProperty = (name: string) => readonly string[];

const ADDRESSES = ['contentUrl', 'url', 'thumbnailUrl', 'thumbnail', '@id'];

/** (https://schema.org/ImageObject; https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata) */
const MEANINGS: readonly (readonly [property: string, mean: (value: string) => RightsSignal[]])[] = [
  ['license', (value) => licence('schema.org', value)],
  ['acquireLicensePage', (value) => licence('schema.org', value)],
  ['creditText', (value) => signal('credit', 'schema.org', value)],
  ['creator', (value) => signal('creator', 'schema.org', value)],
  ['copyrightNotice', (value) => copyright('schema.org', value)],
  ['copyrightHolder', (value) => copyright('schema.org', value)],
  ['digitalSourceType', (value) => sourceType('schema.org', value)],
];

/** Whether a type is that of an image: `ImageObject`, with or without its vocabulary's address. */
export function isImageObject(type: string): boolean {
  return /(^|[/:#])(ImageObject|Photograph)$/.test(type.trim());
}

/** What an `ImageObject` says of rights; `undefined` where it says nothing. */
export function readImageObject(read: ReadProperty): ImageStatement | undefined {
  const rights = MEANINGS.flatMap(([property, mean]) => read(property).flatMap(mean));
  return rights.length === 0 ? undefined : { addresses: ADDRESSES.flatMap((name) => read(name)), rights };
}

/** What is said of the image that is shown: the only statement there is, or those that name its address. */
export function rightsOf(
  statements: readonly ImageStatement[],
  isShown: (address: string) => boolean,
): readonly RightsSignal[] {
  const meant = statements.length === 1 ? statements : statements.filter(({ addresses }) => addresses.some(isShown));
  return meant.flatMap(({ rights }) => rights);
}
