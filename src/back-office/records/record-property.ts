/** A column as AdminJS knows it. */

import { BaseProperty, type PropertyType } from 'adminjs';
import type { Kind, RecordColumn } from './record-columns.js';

/** Numbers are texts: AdminJS makes JavaScript numbers of them, which loses digits and turns a blank into 0. */
const types: Readonly<Record<Kind, PropertyType>> = {
  text: 'string',
  choice: 'string',
  uuid: 'string',
  integer: 'string',
  number: 'string',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  json: 'textarea',
  list: 'string',
  other: 'string',
};

interface Description {
  readonly name: string;
  readonly isId: boolean;
  readonly isTitle: boolean;
  readonly isSortable: boolean;
  readonly position: number;
  readonly column?: RecordColumn;
  readonly refersTo?: string;
}

export class RecordProperty extends BaseProperty {
  constructor(private readonly described: Description) {
    super({ path: described.name, isId: described.isId, position: described.position });
  }

  override type(): PropertyType {
    if (this.described.refersTo !== undefined) return 'reference';
    return types[this.described.column?.kind ?? 'text'];
  }

  override isTitle(): boolean {
    return this.described.isTitle;
  }

  override isSortable(): boolean {
    return this.described.isSortable;
  }

  override isEditable(): boolean {
    return this.described.column?.writable ?? false;
  }

  override isRequired(): boolean {
    const { column } = this.described;
    if (!column?.writable || column.kind === 'boolean' || column.kind === 'list') return false;
    return !column.column.isNullable && column.column.default === undefined;
  }

  override isArray(): boolean {
    return this.described.column?.kind === 'list';
  }

  override availableValues(): string[] | null {
    const choices = this.described.column?.choices ?? [];
    return choices.length > 0 ? [...choices] : null;
  }

  override reference(): string | null {
    return this.described.refersTo ?? null;
  }
}
