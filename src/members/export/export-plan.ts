/** From what a caller asks of an export to what will be done: its form, its columns, whom it leaves out. */

import { Injectable } from '@nestjs/common';
import type { Channel } from '../../consent/channels.js';
import type { Operand } from '../../rule-language/checked.js';
import type { Role, Subject } from '../../rule-language/field.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import type { ReadValues } from '../../rule-language/to-sql/read-values.js';
import type { Value } from '../../rule-language/to-sql/value.js';
import { ColumnMaps } from './column-maps.service.js';
import { type ChosenColumn, readColumns, usualColumns } from './columns.js';
import { ExportFormatUnknownError, ExportLimitError, ExportRolesError } from './export.errors.js';
import { ExportSettings } from './export-settings.js';
import { type FormatName, formatNames, isFormat, mostRowsOfSheet, type WrittenColumn } from './formats.js';
import { isVendorFormat, type VendorFormatName, vendorFormatNames, vendorFormats } from './vendor-formats.js';

export interface ExportRequest {
  /** Of this package, a vendor's, or the name of a column map. */
  readonly format: string;
  /** Not with a vendor's format or a column map, which have their own. */
  readonly columns?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly reachableBy?: Channel | undefined;
}

export interface ExportPlan {
  readonly form: FormatName;
  readonly headers: readonly string[];
  readonly operands: readonly Operand[];
  readonly columns: (read: ReadValues) => readonly WrittenColumn[];
  readonly limit: number;
  /** Leaves out whoever may not be contacted by it. */
  readonly reachableBy: Channel | null;
}

type Columns = Pick<ExportPlan, 'form' | 'headers' | 'operands' | 'columns'>;

@Injectable()
export class ExportPlans {
  constructor(
    private readonly maps: ColumnMaps,
    private readonly settings: ExportSettings,
  ) {}

  async plan(target: Target, request: ExportRequest): Promise<ExportPlan> {
    const columns = await this.columns(target, request);
    const channel = request.reachableBy ?? (isVendorFormat(request.format) ? 'email' : undefined);
    return {
      ...columns,
      limit: this.limit(columns.form, request.limit),
      reachableBy: channel ?? null,
    };
  }

  private async columns(target: Target, { format, columns }: ExportRequest): Promise<Columns> {
    if (isVendorFormat(format)) return vendorColumns(target, format);
    if (isFormat(format))
      return chosenColumns(target, format, columns?.map((field) => ({ field })) ?? usualColumns);
    const map = await this.maps.named(target.tenant, format);
    if (!map || map.subject !== target.subject.name)
      throw new ExportFormatUnknownError(format, [...formatNames, ...vendorFormatNames]);
    return chosenColumns(target, map.format, map.columns);
  }

  private limit(form: FormatName, asked: number | undefined): number {
    const most = form === 'xlsx' ? Math.min(this.settings.limit, mostRowsOfSheet) : this.settings.limit;
    if (asked !== undefined && asked > most) throw new ExportLimitError(asked, most);
    return asked ?? most;
  }
}

function chosenColumns(target: Target, form: FormatName, chosen: readonly ChosenColumn[]): Columns {
  const { headers, operands, values } = readColumns(target, chosen);
  const columns = (read: ReadValues): WrittenColumn[] =>
    values(read).map((value, index) => ({ header: headers[index] ?? '', value }));
  return { form, headers, operands, columns };
}

function vendorColumns(target: Target, format: VendorFormatName): Columns {
  const { columns: all, externalId, needs } = vendorFormats[format];
  const { name, roles = {} } = target.subject;
  if (!needs.some((role) => roles[role] !== undefined)) throw new ExportRolesError(format, name);
  const columns = all.filter((column) => column.roles.some((role) => roles[role] !== undefined));
  const used = declaredRoles(target.subject, new Set(columns.flatMap((column) => column.roles)));
  const fields = used.map(([, field]) => ({ field }));
  const own = externalId === undefined ? [] : [{ field: 'external_id', header: externalId }];
  const read = readColumns(target, [...own, ...fields]);
  return {
    form: 'csv',
    headers: [...own.map(({ header }) => header), ...columns.map(({ header }) => header)],
    operands: read.operands,
    columns: (found) => {
      const values = read.values(found);
      const byRole = Object.fromEntries(used.map(([role], index) => [role, values[index + own.length]]));
      return [
        ...own.map(({ header }, index) => ({ header, value: values[index] as Value })),
        ...columns.map((column) => ({
          header: column.header,
          value: { type: 'text', sql: column.value(byRole) } as const,
          ...(column.plain && { plain: column.plain }),
        })),
      ];
    },
  };
}

const declaredRoles = ({ roles = {} }: Subject, wanted: ReadonlySet<Role>): [Role, string][] =>
  (Object.entries(roles) as [Role, string][]).filter(([role]) => wanted.has(role));
