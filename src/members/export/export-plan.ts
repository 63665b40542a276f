/** From what a caller asks of an export to what will be done: its form, its columns, whom it leaves out. */

import { Injectable } from '@nestjs/common';
import { type Channel, channelDefinitions, channels } from '../../consent/channels.js';
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
import {
  isVendorFormat,
  type VendorFormat,
  type VendorFormatName,
  vendorFormatNames,
  vendorFormats,
} from './vendor-formats.js';

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

/** What the format says. */
type Format = Omit<ExportPlan, 'limit'>;

@Injectable()
export class ExportPlans {
  constructor(
    private readonly maps: ColumnMaps,
    private readonly settings: ExportSettings,
  ) {}

  async plan(target: Target, request: ExportRequest): Promise<ExportPlan> {
    const format = await this.format(target, request);
    return {
      ...format,
      limit: this.limit(format.form, request.limit),
      reachableBy: request.reachableBy ?? format.reachableBy,
    };
  }

  private async format(target: Target, { format, columns }: ExportRequest): Promise<Format> {
    if (isVendorFormat(format)) return vendorColumns(target, format);
    if (isFormat(format))
      return chosenColumns(target, format, columns?.map((field) => ({ field })) ?? usualColumns);
    const map = await this.maps.named(target.tenant, format);
    if (!map || map.subject !== target.subject.name)
      throw new ExportFormatUnknownError(format, [...formatNames, ...vendorFormatNames]);
    return { ...chosenColumns(target, map.format, map.columns), reachableBy: map.reachable_by };
  }

  private limit(form: FormatName, asked: number | undefined): number {
    const most = form === 'xlsx' ? Math.min(this.settings.limit, mostRowsOfSheet) : this.settings.limit;
    if (asked !== undefined && asked > most) throw new ExportLimitError(asked, most);
    return asked ?? most;
  }
}

/** A vendor's file is for reaching people: by the first way that it finds them by and that they have an address for. */
function channelOf({ needs }: VendorFormat, { roles = {} }: Subject): Channel | null {
  const used = channels.find((channel) => {
    const { address } = channelDefinitions[channel];
    return needs.includes(address) && roles[address] !== undefined;
  });
  return used ?? null;
}

function chosenColumns(target: Target, form: FormatName, chosen: readonly ChosenColumn[]): Format {
  const { headers, operands, values } = readColumns(target, chosen);
  const columns = (read: ReadValues): WrittenColumn[] =>
    values(read).map((value, index) => ({ header: headers[index] ?? '', value }));
  return { form, headers, operands, columns, reachableBy: null };
}

function vendorColumns(target: Target, format: VendorFormatName): Format {
  const { columns: all, externalId, needs } = vendorFormats[format];
  const { name, roles = {} } = target.subject;
  if (!needs.some((role) => roles[role] !== undefined)) throw new ExportRolesError(format, name, needs);
  const columns = all.filter((column) => column.roles.some((role) => roles[role] !== undefined));
  const used = declaredRoles(target.subject, new Set(columns.flatMap((column) => column.roles)));
  const fields = used.map(([, field]) => ({ field }));
  const own = externalId === undefined ? [] : [{ field: 'external_id', header: externalId }];
  const read = readColumns(target, [...own, ...fields]);
  return {
    form: 'csv',
    reachableBy: channelOf(vendorFormats[format], target.subject),
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
