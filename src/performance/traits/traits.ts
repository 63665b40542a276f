/** What people are compared and modelled by: fields and metrics of the catalogue that say something of a group. */

import type { Operand } from '../../rule-language/checked.js';
import type { Field, Role, Subject } from '../../rule-language/field.js';
import { type Observed, observedAs } from '../../rule-language/to-sql/observations.js';
import { operandRestsOn } from '../../rules/rests-on.js';

export interface Trait {
  /** The field, or the path to it. */
  readonly field: string;
  readonly label: string;
  readonly operand: Operand;
  readonly observed: Observed;
}

/**
 * Why a field is not among the traits: `identifying` ones tell people apart one by one, `sensitive` ones are for nobody to
 * be judged by, `rule` ones rest on what the segment's own rule asks about, and of `too_many` the last ones go.
 */
export const reasons = ['identifying', 'sensitive', 'rule', 'too_many'] as const;
export type Reason = (typeof reasons)[number];

export interface LeftOut {
  readonly field: string;
  readonly reason: Reason;
}

export interface ChosenTraits {
  readonly traits: readonly Trait[];
  readonly leftOut: readonly LeftOut[];
}

/** So many are reckoned with at a time. */
export const mostTraits = 80;

const identifying: readonly Role[] = ['email', 'phone', 'firstName', 'lastName', 'street', 'postalCode'];
const protectedRoles: readonly Role[] = ['birthday', 'gender'];

/** Those that are of no use to anybody, and so are not told of: parts of dates, points, what is no longer there. */
const isOffered = ({ archived, source }: Field): boolean => archived !== true && source.kind !== 'part';

/**
 * All of a subject's that are neither identifying nor sensitive.
 * @param operandOf reads a field's name as rules do
 * @param asked what the segment's own rule rests on, where that is to be left out
 */
export function usualTraits(
  subject: Subject,
  operandOf: (field: string) => Operand,
  asked: ReadonlySet<string> = new Set(),
): ChosenTraits {
  const traits: Trait[] = [];
  const leftOut: LeftOut[] = [];
  for (const field of subject.record.fields.values()) {
    const trait = isOffered(field) ? traitOf(field.name, operandOf(field.name)) : undefined;
    if (!trait) continue;
    const reason =
      reasonAgainst(trait, subject, asked) ?? (traits.length < mostTraits ? undefined : 'too_many');
    if (reason) leftOut.push({ field: field.name, reason });
    else traits.push(trait);
  }
  return { traits, leftOut };
}

/** Undefined of a point. */
export function traitOf(field: string, operand: Operand): Trait | undefined {
  const observed = observedAs(operand);
  return observed && { field, label: labelOf(field, operand), operand, observed };
}

function labelOf(field: string, operand: Operand): string {
  return (operand.kind === 'measure' ? operand.metric : operand.field)?.label ?? field;
}

function reasonAgainst(
  { field, operand }: Trait,
  subject: Subject,
  asked: ReadonlySet<string>,
): Reason | undefined {
  if (isIdentifying(field, subject)) return 'identifying';
  if (isSensitive(operand, subject)) return 'sensitive';
  return [...operandRestsOn(operand)].some((name) => asked.has(name)) ? 'rule' : undefined;
}

function isIdentifying(field: string, { record, externalId, display, roles = {} }: Subject): boolean {
  const { source } = record.fields.get(field) ?? {};
  const isKey = source?.kind === 'column' && record.key.some(({ column }) => column === source.column);
  return isKey || [externalId, display, ...identifying.map((role) => roles[role])].includes(field);
}

/** Also of whatever is derived of it, or measured by it. */
function isSensitive(operand: Operand, subject: Subject): boolean {
  if (operand.kind === 'measure') {
    const { metric, of } = operand;
    return metric?.sensitive === true || (of !== undefined && isSensitive(of, subject));
  }
  const { field, route } = operand;
  const isProtected =
    route.path.length === 0 && protectedRoles.some((role) => subject.roles?.[role] === field.name);
  if (field.sensitive === true || (isProtected && route.record.name === subject.record.name)) return true;
  return operand.kind === 'derived' && operand.inputs.some((input) => isSensitive(input, subject));
}
