/** Which values an operand can have at all, whatever is stored. */

import type { MeasureOperand, Operand } from '../checked.js';
import type { Scale } from './constraints.js';
import { exactly, from, points, texts, to, type Values } from './values.js';

export interface Domain {
  readonly missing: boolean;
  readonly scale?: Scale;
  readonly values?: Values;
}

/** `isNever`: whether no record can match a group. */
export function domainOf(operand: Operand, isNever: (where: MeasureOperand['where']) => boolean): Domain {
  if (operand.kind === 'measure') return measured(operand, isNever(operand.where));
  if (operand.type === 'boolean') return { missing: true, scale: 'text', values: texts('true', 'false') };
  const { source } = operand.field;
  if (source.kind === 'part' && source.part === 'hour')
    return { missing: true, scale: 'number', values: points({ ...from('0'), ...to('23') }) };
  return { missing: true };
}

const always: ReadonlySet<string> = new Set(['count', 'sum', 'distinct']);

function measured({ measure, of }: MeasureOperand, isOfNothing: boolean): Domain {
  const missing = !always.has(measure);
  if (isOfNothing) return { missing, scale: 'number', values: missing ? points() : points(exactly('0')) };
  if (measure === 'count' || measure === 'distinct')
    return { missing, scale: 'number', values: points(from('0')) };
  // A part of a sum can exceed it, where some of what is added is negative.
  if (measure === 'share' && of === undefined)
    return { missing, scale: 'number', values: points({ ...from('0'), ...to('1') }) };
  if (measure === 'average_gap') return { missing, scale: 'number', values: points(from('1')) };
  return { missing };
}

/** Whether only whole numbers can stand on the scale. */
export const isWhole = (scale: Scale, operand: Operand): boolean =>
  scale === 'day' || scale === 'days away' || (scale === 'number' && isCounted(operand));

const isCounted = (operand: Operand): boolean =>
  operand.kind === 'measure'
    ? operand.measure === 'count' || operand.measure === 'distinct'
    : operand.field.source.kind === 'part';
