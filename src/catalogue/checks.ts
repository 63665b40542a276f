/** Reads every rule that a declaration contains, so that a mistake shows when the application starts. */

import type { Collection, RecordType, Vocabulary } from '../rule-language/field.js';
import { parseFilter, parseTime } from '../rule-language/parse.js';
import { CatalogueError } from './errors.js';

/** @throws CatalogueError for a role, metric, derived field, filter or time that cannot be meant */
export function checkDeclaredRules(vocabulary: Vocabulary): void {
  for (const { name, record, roles = {} } of vocabulary.subjects.values())
    for (const [role, field] of Object.entries(roles))
      attempt(`subject “${name}”, role “${role}”`, () => readable(field, record, vocabulary));
  for (const record of vocabulary.records.values()) {
    for (const { name, source } of record.fields.values())
      if (source.kind === 'metric' || source.kind === 'derived')
        attempt(`field “${record.name}.${name}”`, () => readable(name, record, vocabulary));
    for (const collection of record.collections.values()) checkCollection(record, collection, vocabulary);
  }
}

const readable = (name: string, record: RecordType, vocabulary: Vocabulary): unknown =>
  parseFilter({ match: 'all', rules: [{ field: name, operator: 'is_not_empty' }] }, record, vocabulary);

function checkCollection(
  { name: owner }: RecordType,
  { name, steps }: Collection,
  vocabulary: Vocabulary,
): void {
  for (const step of steps)
    attempt(`collection “${owner}.${name}”`, () => {
      const record = vocabulary.records.get(step.target);
      if (record && step.filter) parseFilter(step.filter, record, vocabulary);
      parseTime(step, vocabulary);
    });
}

function attempt(where: string, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw new CatalogueError(where, error instanceof Error ? error.message : String(error));
  }
}
