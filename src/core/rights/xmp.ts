import { type Property, rdfProperties } from './rdf.ts';
import { type RightsSignal, signal } from './signal.ts';
import { copyright, dataMining, licence, sourceType } from './statements.ts';

const IPTC_EXTENSION = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';
const CC = 'http://creativecommons.org/ns#';
/** Creative Commons' name of before 2008, which older drawings and photographs bear. */
const OLD_CC = 'http://web.resource.org/cc/';
const DC = 'http://purl.org/dc/elements/1.1/';
const PHOTOSHOP = 'http://ns.adobe.com/photoshop/1.0/';
const PLUS = 'http://ns.useplus.org/ldf/xmp/1.0/';
const XMP_RIGHTS = 'http://ns.adobe.com/xap/1.0/rights/';

/** What is read of an XMP packet, and what it means. (IPTC Photo Metadata Standard 2023.2; ISO 16684-1) */
const MEANINGS: ReadonlyMap<string, (value: string) => RightsSignal[]> = new Map([
  [`${DC}rights`, (value) => copyright('xmp', value)],
  [`${DC}creator`, (value) => signal('creator', 'xmp', value)],
  [`${PHOTOSHOP}Credit`, (value) => signal('credit', 'xmp', value)],
  [`${XMP_RIGHTS}WebStatement`, (value) => licence('xmp', value)],
  [`${XMP_RIGHTS}UsageTerms`, (value) => licence('xmp', value)],
  [`${CC}license`, (value) => licence('xmp', value)],
  [`${OLD_CC}license`, (value) => licence('xmp', value)],
  [`${PLUS}LicensorURL`, (value) => licence('xmp', value)],
  [`${PLUS}DataMining`, (value) => dataMining('xmp', value)],
  [`${IPTC_EXTENSION}DigitalSourceType`, (value) => sourceType('xmp', value)],
]);

const READ = new Set(MEANINGS.keys());

/** What an XMP packet, or the RDF of a drawing, says of rights. Never throws; linear in the length. */
export function rightsInXmp(packet: string): RightsSignal[] {
  return rdfProperties(packet, READ).flatMap(({ name, value }: Property) => MEANINGS.get(name)?.(value) ?? []);
}
