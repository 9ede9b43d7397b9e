import { creativeCommonsIn } from './creative-commons.ts';
import { type RightsSignal, type RightsSource, signal } from './signal.ts';

/** What single statements mean, whoever makes them: page, answer or file. */

/** An address or a text that names a licence. */
export function licence(source: RightsSource, value: string): RightsSignal[] {
  const name = creativeCommonsIn(value);
  return name === undefined ? signal('licence', source, value) : signal('creative-commons', source, name);
}

/** A notice of copyright; many of them name a Creative Commons licence as well. */
export function copyright(source: RightsSource, value: string): RightsSignal[] {
  const name = creativeCommonsIn(value);
  return [
    ...signal('copyright', source, value),
    ...(name === undefined ? [] : signal('creative-commons', source, name)),
  ];
}

/**
 * `noai` and `noimageai` among the directives of a robots tag, also behind an agent's name (`bot: noai`).
 * (https://www.deviantart.com/team/journal/UPDATE-All-Deviations-Are-Opted-Out-of-AI-Datasets-934500371)
 */
export function robots(source: RightsSource, directives: string): RightsSignal[] {
  const words = directives
    .slice(0, 10_000)
    .toLowerCase()
    .split(/[\s,;:]+/);
  const said = ['noai', 'noimageai'].filter((directive) => words.includes(directive));
  return signal('no-ai', source, said.join(', '));
}

/** A reservation of text and data mining; a policy alone reserves nothing (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/). */
export function tdm(source: RightsSource, reservation: string, policy: string): RightsSignal[] {
  if (reservation.trim() !== '1') return [];
  return signal('tdm-reserved', source, `tdm-reservation: 1${policy.trim() && `; tdm-policy: ${policy}`}`);
}

/**
 * IPTC's digital source types of pictures that a model made, in whole or in part: `trainedAlgorithmicMedia`,
 * `compositeWithTrainedAlgorithmicMedia`, `algorithmicMedia`; schema.org spells them in its own way.
 * (https://cv.iptc.org/newscodes/digitalsourcetype/)
 */
export function sourceType(source: RightsSource, value: string): RightsSignal[] {
  const [type] = /\w*algorithmicMedia/i.exec(value) ?? [];
  return type === undefined ? [] : signal('ai-made', source, type);
}

/** PLUS's data mining property (https://ns.useplus.org/LDF/ldf-XMPSpecification, "Data Mining"). */
export function dataMining(source: RightsSource, value: string): RightsSignal[] {
  const [term] = /\bDMI-PROHIBITED[A-Z-]*/i.exec(value) ?? [];
  if (term === undefined) return [];
  return signal(/AIML/i.test(term) ? 'no-ai' : 'tdm-reserved', source, term);
}
