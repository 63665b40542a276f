/** What rules can ask of consent: whether somebody has opted in to a channel. */

import type { Field, KeyColumn, Role } from '../rule-language/field.js';
import { channelDefinitions, channels } from './channels.js';
import { consentsOf } from './consents.sql.js';

/**
 * `email_opt_in`, `sms_opt_in`: one for each channel that the subject has an address for. True and false are what they
 * last said; missing, where they were never asked.
 */
export function consentFields(
  subject: string,
  key: KeyColumn,
  roles: Readonly<Partial<Record<Role, string>>>,
): Field[] {
  return channels.flatMap((channel): Field[] => {
    const { address, optIn } = channelDefinitions[channel];
    if (roles[address] === undefined) return [];
    const row = {
      table: consentsOf(subject),
      on: [{ from: key.column, to: 'subject_id' }],
      tenant: { column: 'tenant_id', type: 'text' as const },
      names: { column: 'channel', type: 'text' as const },
      id: channel,
    };
    const source = { kind: 'row', row, column: 'opted_in', storage: 'boolean' } as const;
    return [{ name: `${channel}_opt_in`, ...optIn, type: 'boolean', source, sensitive: true }];
  });
}
