/**
 * German: what things are called. Labels are never inflected: a field stands in the nominative after “deren”, a path in
 * brackets behind it, and a collection, whose label is a plural, in the accusative or the genitive, which look alike.
 */

import type { MeasureName } from '../measures.js';
import { bracketed } from './brackets.js';
import type { Holder, MeasureWords, RecordsWords, ReferenceWords } from './language.js';

const startOf = ({ from, kind = 'Datensatz' }: Holder): readonly string[] => {
  if (from === 'this') return [];
  return [from === 'parent' ? `jeweils ${kind}` : kind];
};

/** `Unternehmen › Inhaber`, `jeweils Aktivität`. */
export const holder = (of: Holder): string => [...startOf(of), ...of.path].join(' › ');

/** `Branche (Unternehmen)`. */
export function held(of: Holder, label: string): string {
  const whose = holder(of);
  return whose === '' ? label : `${label} ${bracketed(whose)}`;
}

/** `Bestellungen (deren Status Bezahlt ist)`, `Verkaufschancen (Unternehmen)`. */
const records = ({ label, holder: of, where }: RecordsWords): string =>
  `${held(of, label)}${where === undefined ? '' : ` ${bracketed(where.many)}`}`;

const of = (measure: RecordsWords): string => `${measure.where ? 'der' : 'aller'} ${records(measure)}`;
const over = ({ records: which }: MeasureWords): string =>
  `über ${which.where ? '' : 'alle '}${records(which)}`;
const field = (measure: MeasureWords): string => measure.of?.text ?? '';
const isTime = (measure: MeasureWords): boolean =>
  measure.of?.type === 'date' || measure.of?.type === 'datetime';
const ties = {
  any: ` ${bracketed('bei Gleichstand genügt einer')}`,
  each: ` ${bracketed('bei Gleichstand jeder')}`,
} as const;

/** Each with its article, in the nominative. */
export const germanMeasures: Readonly<Record<MeasureName, (measure: MeasureWords) => string>> = {
  count: (measure) => `die Anzahl ${of(measure.records)}`,
  sum: (measure) => `die Summe von ${field(measure)} ${over(measure)}`,
  average: (measure) => `der Durchschnitt von ${field(measure)} ${over(measure)}`,
  minimum: (measure) =>
    `der ${isTime(measure) ? 'früheste' : 'kleinste'} Wert von ${field(measure)} ${over(measure)}`,
  maximum: (measure) =>
    `der ${isTime(measure) ? 'späteste' : 'größte'} Wert von ${field(measure)} ${over(measure)}`,
  distinct: (measure) => `die Anzahl verschiedener Werte von ${field(measure)} ${over(measure)}`,
  most_frequent: (measure) =>
    `der häufigste Wert${measure.tied ? ties[measure.tied] : ''} von ${field(measure)} ${over(measure)}`,
  first: (measure) => `der Wert von ${field(measure)} im ersten Eintrag ${of(measure.records)}`,
  last: (measure) => `der Wert von ${field(measure)} im letzten Eintrag ${of(measure.records)}`,
  share: (measure) => {
    const part = measure.of ? ` von ${measure.of.text}` : '';
    return `der Anteil${part} mit der Eigenschaft ${bracketed(measure.satisfying?.bare ?? '')} ${over(measure)}`;
  },
  average_gap: (measure) =>
    `der durchschnittliche Abstand in Tagen zwischen den Tagen ${of(measure.records)}`,
};

/** `Kreditlimit × 0,8`, `Zeitpunkt (jeweils Aktivität) + 1 Tag`; whoever calls says how long the shift is. */
export function reference({ noun, shift, times, dayOf }: ReferenceWords, shifted: string): string {
  const day = dayOf ? `${noun} ${bracketed('nur Datum')}` : noun;
  const moved = shift === undefined ? day : `${day} ${shift.sign === 1 ? '+' : '−'} ${shifted}`;
  return times === undefined ? moved : `${moved} × ${times}`;
}
