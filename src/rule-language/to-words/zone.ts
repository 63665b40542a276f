/** Whether what a rule means depends on the time zone: then its sentence names it. */

import type { Checked, CheckedGroup, Duration, Operand, Scalar, Test } from '../checked.js';
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

const partDepends = (part: CheckedGroup | undefined): boolean => part !== undefined && dependsOnZone(part);

function operandDepends(operand: Operand): boolean {
  switch (operand.kind) {
    case 'field':
      return operand.field.source.kind === 'part';
    case 'derived': {
      const { source } = operand.field;
      const moves = source.kind === 'derived' && source.derivation.timeRelative;
      return moves || operand.inputs.some(operandDepends);
    }
    case 'measure': {
      // The gap is between local days. Of a metric this holds as of the measure that it stands for.
      const parts = [operand.where, operand.satisfying].some(partDepends);
      return (
        parts || operand.measure === 'average_gap' || (operand.of !== undefined && operandDepends(operand.of))
      );
    }
  }
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
