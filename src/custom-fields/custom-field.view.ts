/** Custom fields as the API shows them. */

import type { CustomFieldRow } from './custom-field.entity.js';
import { showValue } from './field-kinds.js';

export interface CustomFieldView extends Omit<CustomFieldRow, 'tenant_id' | 'default_value'> {
  /** Its name in rules: `custom.<key>`. */
  readonly field: string;
  readonly default: unknown;
}

export const fieldName = (key: string): string => `custom.${key}`;

export function viewOf({ tenant_id: _, default_value, ...row }: CustomFieldRow): CustomFieldView {
  return { ...row, field: fieldName(row.key), default: showValue(row.type, default_value) };
}
