/** The rules within declarations: filters, times and measures that the host wrote, whose faults are the host's. */

import type { CheckedGroup, MeasureOperand, Operand } from '../checked.js';
import type { RecordType, Step, Vocabulary } from '../field.js';
import type { Group, Measure } from '../rule.js';
import { checkBounds } from './bounds.js';
import { readTime, scopeOfDeclaration } from './collection.js';
import { rootPlace } from './place.js';
import type { Problem } from './problems.js';
import type { Document, Reading } from './reading.js';
import { scopeOfSubject, startReading } from './root.js';

/** Something is declared wrongly: `problems` says what, with paths inside the declaration. */
export class DeclarationError extends Error {
  constructor(
    what: string,
    readonly problems: readonly Problem[],
  ) {
    const faults = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
    super(`${what} is declared wrongly. ${faults.join(' ')}`);
    this.name = 'DeclarationError';
  }
}

/** The filter of a collection's step, over the step's records. It can speak of neither parent nor subject. */
export function parseFilter(filter: Group, record: RecordType, vocabulary: Vocabulary): CheckedGroup {
  return declared(`A filter over “${record.label}”`, filter, vocabulary, (reading) =>
    reading.readers.where(reading, filter, rootPlace, scopeOfDeclaration(record)),
  ).checked;
}

/** The time of a step's records, read from such a record; `undefined` if the step declares none. */
export function parseTime(step: Step, vocabulary: Vocabulary): Operand | undefined {
  const record = vocabulary.records.get(step.target);
  if (step.time === undefined || !record) return undefined;
  return declared(`The time “${step.time}” of “${record.label}”`, step.time, vocabulary, (reading) =>
    readTime(reading, step, record, rootPlace),
  );
}

/** The measure of a metric declared on `record`, seen from such a record. */
export function parseMeasure(measure: Measure, record: RecordType, vocabulary: Vocabulary): MeasureOperand {
  const subject = [...vocabulary.subjects.values()].find((one) => one.record === record);
  const scope = subject ? scopeOfSubject(subject) : scopeOfDeclaration(record);
  return declared(`A measure of “${record.label}”`, measure, vocabulary, (reading) =>
    reading.readers.measure(reading, measure as unknown as Document, rootPlace, { ...scope, inWhere: true }),
  ).checked;
}

function declared<T>(
  what: string,
  document: unknown,
  vocabulary: Vocabulary,
  read: (reading: Reading) => T | undefined,
): T {
  const bounds = checkBounds(document);
  const reading = startReading(vocabulary);
  const result = bounds.readable ? read(reading) : undefined;
  const problems = [...bounds.problems, ...reading.problems];
  if (result === undefined || problems.length > 0) throw new DeclarationError(what, problems);
  return result;
}
