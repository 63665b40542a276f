/** What all records of the CRM declare alike. */

import type { FieldDeclaration, RecordDeclaration } from '../../index.js';

export const tenant: RecordDeclaration['tenant'] = { column: 'tenant_id', type: 'integer' };

/** A CHECK of the domain `crm.amount` (or the column's type) keeps NaN and infinity out. */
export const amount = (label: string): FieldDeclaration => ({ label, finite: true });

/** Any value may be stored; an unknown one in a rule is refused. */
export const closed = (label: string, options: readonly string[]): FieldDeclaration => ({
  label,
  type: 'select',
  options,
});

/** The options are offered; others may be stored and asked for. */
export const open = (label: string, options: readonly string[]): FieldDeclaration => ({
  label,
  type: 'select',
  open: true,
  options,
});

/** Which tenant, and which records it hangs on, is not asked by number: rules follow paths and collections. */
export const sharedFields: Record<string, FieldDeclaration | false> = {
  tenant_id: false,
  id: { label: 'Number' },
  external_id: { label: 'External ID', exact: true },
  created_at: { label: 'Creation time' },
  updated_at: { label: 'Last change' },
};

export const sharedFieldsOfContact: Record<string, FieldDeclaration | false> = {
  ...sharedFields,
  contact_id: false,
};
