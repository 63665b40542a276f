/** A saved choice of columns, as it is stored. */

import type { Channel } from '../../consent/channels.js';
import type { ChosenColumn } from './columns.js';
import type { FormatName } from './formats.js';

export interface ColumnMapRow {
  /** UUID v7. */
  readonly id: string;
  readonly tenant_id: string;
  /** What exports ask for as their format. */
  readonly name: string;
  readonly subject: string;
  readonly format: FormatName;
  readonly columns: readonly ChosenColumn[];
  /** Only whom messages may be sent to in this way, unless an export says otherwise; everyone, if null. */
  readonly reachable_by: Channel | null;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string;
  readonly updated_at: Date;
  readonly updated_by: string;
}

export type ColumnMapView = Omit<ColumnMapRow, 'tenant_id'>;
export type NewColumnMap = Pick<ColumnMapRow, 'name' | 'subject' | 'format' | 'columns'> &
  Partial<Pick<ColumnMapRow, 'reachable_by'>>;
export type ChangedColumnMap = Partial<Pick<ColumnMapRow, 'name' | 'format' | 'columns' | 'reachable_by'>>;
