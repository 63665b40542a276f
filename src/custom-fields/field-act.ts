/** What the audit says of an act on a custom field. */

import type { AuditedAct } from '../access/audit/audit.service.js';
import type { CustomFieldRow } from './custom-field.entity.js';

export const fieldAct = (
  how: 'created' | 'changed' | 'archived' | 'restored' | 'converted' | 'deleted',
  { id, subject, key }: CustomFieldRow,
  details: Readonly<Record<string, unknown>>,
): AuditedAct => ({
  action: `custom-field.${how}`,
  target: { type: 'custom-field', id },
  details: { subject, key, ...details },
});
