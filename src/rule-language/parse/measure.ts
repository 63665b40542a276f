/** Measures over related records: what is measured of which of them. */

import type { CheckedGroup, MeasureOperand, Operand } from '../checked.js';
import type { FieldType } from '../field.js';
import { type MeasureName, measureDefinitions, measures } from '../measures.js';
import { type Group, type Measure } from '../rule.js';
import { type Related, readRelated, readTimeOf, scopeOfRecords } from './collection.js';
import { readValueName } from './field-name.js';
import { nearest } from './nearest.js';
import { isTied, operandOf } from './operand.js';
import { below, type Place } from './place.js';
import { type Document, present, type Read, type Reading, report, reportAt, type Scope } from './reading.js';

/** Keys that are unknown are for the caller to refuse, who may know more. */
export const measureKeys = ['related', 'measure', 'of', 'where', 'satisfying'] as const;

export function readMeasure(
  reading: Reading,
  document: Document,
  place: Place,
  scope: Scope,
): Read<Measure, MeasureOperand> | undefined {
  const before = reading.problems.length;
  const related = readRelated(reading, document, place, scope);
  const measure = readMeasureName(reading, document, place);
  const inner = scopeOfRecords(scope, related?.target);
  const of = measure && readOf(reading, document, place, inner, measure);
  const where = readGroupAt(reading, document, 'where', place, inner);
  const satisfying = readGroupAt(reading, document, 'satisfying', place, inner);
  if (measure) checkSatisfying(reading, document, place, measure);
  const time = related && measure && readMeasureTime(reading, place, scope, related, measure);
  if (!related || !measure || reading.problems.length > before) return undefined;
  return assembleMeasure(related, measure, { of, where, satisfying }, time);
}

interface Parts {
  readonly of: Read<string, Operand> | undefined;
  readonly where: Read<Group, CheckedGroup> | undefined;
  readonly satisfying: Read<Group, CheckedGroup> | undefined;
}

function assembleMeasure(
  related: Related,
  measure: MeasureName,
  { of, where, satisfying }: Parts,
  time: Operand | undefined,
): Read<Measure, MeasureOperand> {
  const { route, collection, target } = related;
  const written = { of: of?.document, where: where?.document, satisfying: satisfying?.document };
  const checked = { of: of?.checked, time, where: where?.checked, satisfying: satisfying?.checked };
  const type = typeOf(measure, of?.checked);
  return {
    document: present({ related: related.name, measure, ...written }),
    checked: present({ kind: 'measure' as const, type, route, collection, target, measure, ...checked }),
  };
}

const typeOf = (measure: MeasureName, of: Operand | undefined): FieldType => {
  const { gives } = measureDefinitions[measure];
  return gives === 'of' ? (of?.type ?? 'number') : gives;
};

function readMeasureName(reading: Reading, { measure }: Document, place: Place): MeasureName | undefined {
  if (measure === undefined) return reportAt(reading, place, 'measure', 'measure.missing', measures);
  if ((measures as readonly unknown[]).includes(measure)) return measure as MeasureName;
  const suggestion = typeof measure === 'string' ? nearest(measure, measures) : undefined;
  return reportAt(reading, place, 'measure', 'measure.unknown', measures, suggestion);
}

function readOf(
  reading: Reading,
  { of }: Document,
  place: Place,
  scope: Scope,
  measure: MeasureName,
): Read<string, Operand> | undefined {
  const definition = measureDefinitions[measure];
  if (of === undefined)
    return definition.of === 'required'
      ? reportAt(reading, place, 'of', 'measure.of-missing', measure)
      : undefined;
  const here = below(place, 'of');
  if (definition.of === 'never') return report(reading, here, 'measure.of-unexpected', measure);
  const found = readValueName(reading, of, here, scope.self);
  const operand = found && operandOf(reading, scope, found, here);
  if (!operand) return undefined;
  if (!definition.takes.includes(operand.type))
    return report(reading, here, 'measure.of-type', measure, definition.takes);
  if (isTied(operand)) return report(reading, here, 'measure.of-tied');
  return { document: found.name, checked: operand };
}

const readGroupAt = (
  reading: Reading,
  document: Document,
  key: 'where' | 'satisfying',
  place: Place,
  scope: Scope,
) =>
  document[key] === undefined
    ? undefined
    : reading.readers.where(reading, document[key], below(place, key), scope);

function checkSatisfying(
  reading: Reading,
  { satisfying }: Document,
  place: Place,
  measure: MeasureName,
): void {
  const needed = measureDefinitions[measure].satisfying;
  if (needed && satisfying === undefined)
    reportAt(reading, place, 'satisfying', 'measure.satisfying-missing');
  if (!needed && satisfying !== undefined)
    reportAt(reading, place, 'satisfying', 'measure.satisfying-unexpected', measure);
}

function readMeasureTime(
  reading: Reading,
  place: Place,
  scope: Scope,
  related: Related,
  measure: MeasureName,
): Operand | undefined {
  if (!measureDefinitions[measure].timed) return undefined;
  if (related.last.time === undefined)
    return reportAt(reading, place, 'related', 'measure.no-time', measure, related.collection.label);
  return readTimeOf(reading, related, place, scope);
}
