/** Whether what a rule means depends on the time zone: then its sentence names it. */

import type { Checked, DerivedOperand, Duration, MeasureOperand, Operand, Scalar, Test } from '../checked.js';
import type { Collection, RecordType } from '../field.js';
import { rolls } from '../time.js';
import { isByDay } from './operands.js';

export function dependsOnZone(node: Checked): boolean {
  switch (node.kind) {
    case 'everyone':
    case 'presence':
      return false;
    case 'group':
      return node.rules.some(dependsOnZone);
    case 'membership':
      return 'duration' in node.test && !rolls(node.test.duration);
    case 'condition':
      return operandDepends(node.operand) || testDepends(node.test, node.operand);
  }
}

function operandDepends(operand: Operand): boolean {
  switch (operand.kind) {
    case 'field':
      return operand.field.source.kind === 'part';
    case 'derived':
      return derivedDepends(operand);
    case 'measure':
      return measureDepends(operand);
  }
}

function derivedDepends({ type, field: { source }, inputs }: DerivedOperand): boolean {
  if (source.kind === 'derived' && source.derivation.timeRelative) return true;
  // A year or a day that comes of a moment is read off a local calendar.
  const ofMoments =
    type !== 'datetime' && type !== 'boolean' && inputs.some((input) => input.type === 'datetime');
  return ofMoments || inputs.some(operandDepends);
}

/** Of a metric this holds as of the measure that it stands for. */
function measureDepends({ measure, of, where, satisfying, collection, target }: MeasureOperand): boolean {
  const parts = [where, satisfying].some((part) => part !== undefined && dependsOnZone(part));
  if (parts || (of !== undefined && operandDepends(of))) return true;
  // The gap is between local days.
  return measure === 'average_gap' || endsToday(collection, target);
}

/** Records dated by the day are there from that day on, which begins when it begins in the zone. */
function endsToday({ steps }: Collection, target: RecordType): boolean {
  const last = steps.at(-1);
  return last?.time !== undefined && !last.future && target.fields.get(last.time)?.type === 'date';
}

function testDepends(test: Test, operand: Operand): boolean {
  if ('value' in test) return scalarDepends(test.value, operand);
  if ('duration' in test && test.operator.startsWith('anniversary')) return true;
  if ('duration' in test) return !rolls(test.duration);
  switch (test.operator) {
    case 'between':
      return scalarDepends(test.from, operand) || scalarDepends(test.to, operand);
    case 'ago_between':
      return !rolls(test.nearest) || !rolls(test.farthest);
    case 'in_period':
    case 'hour_between':
      return true;
    case 'anniversary_in_month':
      return operand.type === 'datetime' || typeof test.month === 'string';
    case 'weekday_in':
      return operand.type === 'datetime';
    case 'is_empty':
    case 'in_list':
    case 'contains':
    case 'starts_with':
    case 'ends_with':
    case 'has_any':
    case 'has_all':
    case 'within_radius':
    case 'in_top_percent':
    case 'in_bottom_percent':
    case 'in_top':
    case 'in_bottom':
      return false;
  }
}

/** A date has no zone of its own; a moment has a day, and an hour on the clock, in a zone only. */
function scalarDepends(value: Scalar, operand: Operand): boolean {
  if (value.kind === 'instant') return true;
  if (value.kind === 'date') return operand.type === 'datetime';
  if (value.kind !== 'reference') return false;
  const mixed = isByDay(operand, value.operand) && operand.type !== value.operand.type;
  return mixed || operandDepends(value.operand) || shiftDepends(value.shift?.duration, value.operand);
}

const shiftDepends = (shift: Duration | undefined, { type }: Operand): boolean =>
  shift !== undefined && type === 'datetime' && !rolls(shift);
