/** Which fields a name means, as rules are kept by them: `record.field`. */

import type { Subject, Vocabulary } from '../rule-language/field.js';
import { findValue } from '../rule-language/parse/names.js';

/**
 * `contact.city`, `order.status`: the field of a record; `city`, `company.industry`: what rules of a subject call it.
 * @param subject whose rules; if not given, those of any. Several fields may go by one name; none, by one that is unknown
 */
export function fieldsNamed(vocabulary: Vocabulary, name: string, subject?: string): string[] {
  const subjects = [...vocabulary.subjects.values()].filter((one) => (subject ?? one.name) === one.name);
  const meant = subjects.flatMap((one) => asSeenFrom(vocabulary, one, name));
  return [...new Set([...ofRecord(vocabulary, name), ...meant])];
}

function ofRecord({ records }: Vocabulary, name: string): string[] {
  const dot = name.indexOf('.');
  return records.get(name.slice(0, dot))?.fields.has(name.slice(dot + 1)) ? [name] : [];
}

function asSeenFrom(vocabulary: Vocabulary, { name: subject, record }: Subject, name: string): string[] {
  const anchor = { from: 'this', path: [], record, isSubject: true } as const;
  const found = findValue(vocabulary, anchor, subject, name);
  return found?.kind === 'field' ? [`${found.route.record.name}.${found.field.name}`] : [];
}
