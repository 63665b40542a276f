/** What all records of the CRM declare alike. */

import type {
  FieldDeclaration,
  FieldDetails,
  Label,
  OptionDeclaration,
  RecordDeclaration,
} from '../../index.js';
import { type GermanOptions, optionsInGerman } from './options-in-german.js';

export const tenant: RecordDeclaration['tenant'] = { column: 'tenant_id', type: 'integer' };

/** A CHECK of the domain `crm.amount` (or the column's type) keeps NaN and infinity out. */
export const amount = (label: Label): FieldDeclaration => ({ label, finite: true });

/** Any value may be stored; an unknown one in a rule is refused. */
export const closed = (label: Label, options: readonly string[], german?: GermanOptions): FieldDetails => ({
  label,
  type: 'select',
  options: called(options, german),
});

/** The options are offered; others may be stored and asked for. */
export const open = (label: Label, options: readonly string[], german?: GermanOptions): FieldDetails => ({
  ...closed(label, options, german),
  open: true,
});

/** Each value with its German name: `german` where the field calls it otherwise than others do. */
export const called = (
  options: readonly string[],
  german: GermanOptions = {},
): readonly (string | OptionDeclaration)[] =>
  options.map((value) => {
    const de = german[value] ?? optionsInGerman[value];
    return de === undefined ? value : { value, label: { de } };
  });

/** Which tenant, and which records it hangs on, is not asked by number: rules follow paths and collections. */
export const sharedFields: Record<string, FieldDeclaration | false> = {
  tenant_id: false,
  id: { label: { en: 'Number', de: 'Nummer' } },
  external_id: { label: { en: 'External ID', de: 'Kennung im Herkunftssystem' }, exact: true },
  created_at: { label: { en: 'Creation time', de: 'Anlagezeitpunkt' } },
  updated_at: { label: { en: 'Last change', de: 'Zeitpunkt der letzten Änderung' } },
};

export const sharedFieldsOfContact: Record<string, FieldDeclaration | false> = {
  ...sharedFields,
  contact_id: false,
};
