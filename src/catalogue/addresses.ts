/** Which fields lead to people: by mail, by phone, to their door. Whatever shows values asks before it shows such. */

import type { Operand } from '../rule-language/checked.js';
import type { Role, Vocabulary } from '../rule-language/field.js';
import { parseRule } from '../rule-language/parse.js';

const addressRoles = ['email', 'phone', 'street'] as const satisfies readonly Role[];
export type AddressRole = (typeof addressRoles)[number];

/** What kind of address an operand reads, of any kind of subject, whichever path leads there; undefined of what is none. */
export const addressRead = (operand: Operand, vocabulary: Vocabulary): AddressRole | undefined =>
  addressRoles.find((role) =>
    [...vocabulary.subjects.keys()].some((subject) => {
      const address = addressOf(subject, role, vocabulary);
      return address !== undefined && readTheSame(operand, address);
    }),
  );

/** Whether an operand's values are addresses: read as they are, or by measuring, as the last of some; not how many. */
export const showsAddress = (operand: Operand, vocabulary: Vocabulary): boolean =>
  operand.kind === 'measure'
    ? operand.of?.type === operand.type && showsAddress(operand.of, vocabulary)
    : addressRead(operand, vocabulary) !== undefined;

/** What reads a subject's own address; undefined where it has none of that kind. */
export function addressOf(subject: string, role: AddressRole, vocabulary: Vocabulary): Operand | undefined {
  const field = vocabulary.subjects.get(subject)?.roles?.[role];
  if (field === undefined) return undefined;
  // What a name means is for the parser to say: both paths and fields have dots.
  const rule = { field, operator: 'is_not_empty' };
  const parsed = parseRule(rule, { vocabulary, subject, segment: () => undefined });
  return parsed.ok && parsed.checked.kind === 'condition' ? parsed.checked.operand : undefined;
}

const readTheSame = (one: Operand, other: Operand): boolean =>
  'field' in one &&
  'field' in other &&
  one.field.name === other.field.name &&
  one.route.record.name === other.route.record.name;
