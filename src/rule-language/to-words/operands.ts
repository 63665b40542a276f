/** What a condition tests or is compared with, as a noun: a field, a metric, a measure, a reference. */

import type { MeasureOperand, Operand, Reference } from '../checked.js';
import type { Field, RecordType } from '../field.js';
import type { Language, MeasureWords, RecordsWords } from './language.js';
import { numberText } from './literals.js';
import { labelIn } from './names.js';
import { holderOf, type Scope, type Speaker } from './scope.js';

/** `city`, `company’s industry`, `total spend`, `average total over all orders`. */
export function operandText(
  operand: Operand,
  scope: Scope,
  speaker: Speaker,
  tied?: MeasureWords['tied'],
): string {
  const { language } = speaker;
  const field = operand.kind === 'measure' ? operand.metric : operand.field;
  if (field === undefined) return measureText(operand as MeasureOperand, scope, speaker, tied);
  return language.held(
    holderOf(operand.route, scope, speaker),
    fieldText(field, operand.route.record, language),
  );
}

function fieldText(field: Field, record: RecordType, language: Language): string {
  const { source } = field;
  const whole = source.kind === 'part' ? record.fields.get(source.of) : undefined;
  if (source.kind !== 'part' || whole === undefined) return labelIn(record, field, language);
  return language.part(source.part, labelIn(record, whole, language));
}

function measureText(
  operand: MeasureOperand,
  scope: Scope,
  speaker: Speaker,
  tied: MeasureWords['tied'],
): string {
  const { of, satisfying, target, measure } = operand;
  const inner = { record: target, parent: scope };
  return speaker.language.measures[measure]({
    records: recordsWords(operand, scope, speaker),
    of: of && { text: operandText(of, inner, speaker), type: of.type },
    satisfying: satisfying && speaker.group(satisfying, inner),
    tied,
  });
}

/** The records that a measure is over. */
export function recordsWords(operand: MeasureOperand, scope: Scope, speaker: Speaker): RecordsWords {
  const { route, collection, where, target } = operand;
  return {
    label: labelIn(route.record, collection, speaker.language),
    holder: holderOf(route, scope, speaker),
    where: where && speaker.group(where, { record: target, parent: scope }),
  };
}

export const isTime = ({ type }: Operand): boolean => type === 'date' || type === 'datetime';

/** Beside a date everything is compared by day. */
export const isByDay = (operand: Operand, other: Operand): boolean =>
  isTime(operand) && (operand.type === 'date' || other.type === 'date');

export function referenceText(
  reference: Reference,
  operand: Operand,
  scope: Scope,
  speaker: Speaker,
): string {
  const { language } = speaker;
  const { shift, times } = reference;
  return language.reference({
    noun: operandText(reference.operand, scope, speaker),
    measure: isSpelledOut(reference.operand),
    shift,
    times: times === undefined ? undefined : numberText(times, language),
    dayOf: isByDay(operand, reference.operand) && reference.operand.type === 'datetime',
  });
}

export const isSpelledOut = (operand: Operand): boolean => operand.kind === 'measure' && !operand.metric;

/** These have a value even where there are no records. */
const always: ReadonlySet<string> = new Set(['count', 'sum', 'distinct']);
export const canBeMissing = (operand: Operand): boolean =>
  operand.kind !== 'measure' || !always.has(operand.measure);

/** The field whose options the operand's values are. */
export function optionsField(operand: Operand): Field | undefined {
  if (operand.kind !== 'measure') return operand.field;
  return operand.of && optionsField(operand.of);
}
