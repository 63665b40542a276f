/** A custom field as it is stored. */

export const customFieldTypes = [
  'text',
  'number',
  'date',
  'boolean',
  'selection',
  'multi_selection',
] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

/** They are shown in the order they are listed in. An archived one is kept where it is and offered no more. */
export interface CustomFieldOption {
  readonly value: string;
  readonly label: string;
  readonly archived: boolean;
}

/** A value as it is stored: a number as its exact decimal text, a date as `YYYY-MM-DD`, several options as a list. */
export type FieldValue = string | boolean | readonly string[];

export interface CustomFieldRow {
  /** UUID v7. */
  readonly id: string;
  readonly tenant_id: string;
  /** The kind of record it belongs to. */
  readonly subject: string;
  /** In rules it is `custom.<key>`. */
  readonly key: string;
  readonly label: string;
  readonly type: CustomFieldType;
  /** Of selections; of other types empty. */
  readonly options: readonly CustomFieldOption[];
  readonly required: boolean;
  /** What is written for a record that is written without a value. */
  readonly default_value: FieldValue | null;
  readonly archived_at: Date | null;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string;
  readonly updated_at: Date;
  readonly updated_by: string;
}
