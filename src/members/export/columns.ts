/** The columns of an export: fields and paths of the catalogue by name, and how a member is known. */

import type { RequestProblem } from '../../access/access.errors.js';
import type { Operand } from '../../rule-language/checked.js';
import { parseRule } from '../../rule-language/parse.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import type { ReadValues } from '../../rule-language/to-sql/read-values.js';
import type { Value } from '../../rule-language/to-sql/value.js';
import { ExportColumnsError } from './export.errors.js';

/** What a caller chooses: a field or a path to one, and what stands above it if not its name. */
export interface ChosenColumn {
  readonly field: string;
  readonly header?: string;
}

/** As everywhere in the API, whatever the host's own fields are called. */
const known = ['member_id', 'external_id', 'display'] as const;
export const usualColumns: readonly ChosenColumn[] = known.map((field) => ({ field }));

type About = Pick<Target, 'subject' | 'vocabulary'>;

/** Fields in the order in which a statement reads them. */
export interface ReadColumns {
  readonly headers: readonly string[];
  readonly operands: readonly Operand[];
  /** Their values, from what the statement has read. */
  values(read: ReadValues): readonly Value[];
}

/** @throws ExportColumnsError with every column that cannot be read */
export function readColumns(about: About, chosen: readonly ChosenColumn[]): ReadColumns {
  const problems: RequestProblem[] = [];
  const operands: Operand[] = [];
  const places = chosen.map(({ field }, index) => {
    const name = fieldBehind(about, field);
    if (name === undefined) return 'key';
    const operand = operandNamed(about, name, `columns[${index}]`, problems);
    return operand ? operands.push(operand) - 1 : 'key';
  });
  const headers = chosen.map(({ field, header }) => header ?? field);
  problems.push(...repeated(headers));
  if (problems.length > 0) throw new ExportColumnsError(problems);
  return {
    headers,
    operands,
    values: ({ key, values }) =>
      places.map((place) => (place === 'key' ? undefined : values[place]) ?? { type: 'text', sql: key }),
  };
}

/** Of two columns with one header, one would hide the other. */
const repeated = (headers: readonly string[]): RequestProblem[] =>
  headers.flatMap((header, index) => {
    const message = `There are two columns “${header}”: leave one out, or give it another header.`;
    const path = `columns[${index}]`;
    return headers.indexOf(header) < index ? [{ path, code: 'column.duplicate', message }] : [];
  });

/** Undefined for the key. */
function fieldBehind({ subject }: About, name: string): string | undefined {
  if (name === 'member_id') return undefined;
  if (name === 'external_id') return subject.externalId;
  return name === 'display' ? subject.display : name;
}

/** Read as rules read fields, so that names mean the same and mistakes are said the same way. */
function operandNamed(
  { subject, vocabulary }: About,
  name: string,
  path: string,
  problems: RequestProblem[],
): Operand | undefined {
  const rule = { field: name, operator: 'is_not_empty' };
  const parsed = parseRule(rule, { vocabulary, subject: subject.name, segment: () => undefined });
  if (parsed.ok && parsed.checked.kind === 'condition') return parsed.checked.operand;
  const found = parsed.ok
    ? [{ code: 'field.unknown', message: `“${name}” is a record: name one of its fields.` }]
    : parsed.problems;
  problems.push(...found.map(({ code, message }) => ({ path, code, message })));
  return undefined;
}
