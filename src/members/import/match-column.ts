/** Which column of a file names people, and by what. */

import { ImportColumnError } from './member-import.errors.js';

export const matchings = ['member_id', 'external_id', 'email'] as const;
export type Matching = (typeof matchings)[number];

/** How headers call them, in lower case and without anything but letters; the first that a file has is taken. */
const names: Readonly<Record<Matching, readonly string[]>> = {
  member_id: ['memberid'],
  external_id: ['externalid'],
  email: ['email', 'emailaddress', 'mail'],
};

export interface MatchColumn {
  readonly matching: Matching;
  /** As the header has it. */
  readonly name: string;
  readonly cell: number;
}

/** @throws ImportColumnError */
export function matchColumn(
  header: readonly string[],
  asked: { readonly matchBy?: Matching | undefined; readonly column?: string | undefined },
): MatchColumn {
  const found = header.map((name, cell) => ({ name: name.trim(), cell }));
  const wanted = asked.matchBy === undefined ? matchings : [asked.matchBy];
  if (asked.column !== undefined) return named(found, asked.column, asked.matchBy, header);
  for (const matching of wanted) {
    const columns = found.filter(({ name }) => names[matching].includes(letters(name)));
    if (columns.length > 1)
      throw new ImportColumnError(`More than one column is ${matching}: name one as \`column\`.`, header);
    if (columns[0]) return { matching, ...columns[0] };
  }
  throw new ImportColumnError(
    `No column is called ${wanted.join(' or ')}: name the one to go by as \`column\`, with \`match_by\`.`,
    header,
  );
}

function named(
  found: readonly { name: string; cell: number }[],
  column: string,
  matchBy: Matching | undefined,
  header: readonly string[],
): MatchColumn {
  const columns = found.filter(({ name }) => name === column);
  const matching = matchBy ?? matchings.find((one) => names[one].includes(letters(column)));
  if (!columns[0] || columns.length > 1)
    throw new ImportColumnError(
      `There is ${columns[0] ? 'more than one' : 'no'} column “${column}”.`,
      header,
    );
  if (!matching) throw new ImportColumnError(`Say as \`match_by\` what “${column}” holds.`, header);
  return { matching, ...columns[0] };
}

const letters = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');
