/** The ways to reach somebody, and how an address of each is written so that two ways to write it are the same. */

import type { Labels, Role } from '../rule-language/field.js';
import { raw, type Sql, sql } from '../rule-language/to-sql/sql.js';

export const channels = ['email', 'sms'] as const;
export type Channel = (typeof channels)[number];

interface Definition {
  /** What the field is called that says whether somebody has opted in. */
  readonly optIn: { readonly label: string; readonly labels: Labels };
  /** The field of a subject that holds the address. */
  readonly address: Role;
  /** The address as it is compared; an empty text where it is none. */
  readonly normalised: (address: Sql) => Sql;
}

/** What is not part of an address, before it and after it. */
const blanks = raw(`E' \\t\\r\\n\\u00A0'`);

export const channelDefinitions: Readonly<Record<Channel, Definition>> = {
  email: {
    optIn: { label: 'E-mail opt-in', labels: { de: 'Einwilligung für E-Mail' } },
    address: 'email',
    normalised: (address) => sql`lower(normalize(btrim(${address}, ${blanks})) collate "und-x-icu")`,
  },
  sms: {
    optIn: { label: 'SMS opt-in', labels: { de: 'Einwilligung für SMS' } },
    address: 'phone',
    // As E.164 has it; `00` is how most countries dial what it writes as `+`.
    normalised: (address) => sql`regexp_replace(regexp_replace(${address}, '[^0-9+]', '', 'g'), '^00', '+')`,
  },
};
