/** The types that fields have. */

export const fieldTypes = [
  'text',
  'number',
  'boolean',
  'select',
  'tags',
  'date',
  'datetime',
  'point',
] as const;
export type FieldType = (typeof fieldTypes)[number];
