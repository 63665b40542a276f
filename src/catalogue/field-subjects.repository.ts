/** Tells custom fields which records there are: the subjects of the catalogue, and the tenant's rows of them. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type FieldSubject, FieldSubjects } from '../custom-fields/field-usage.js';
import { keyOf } from '../rule-language/field.js';
import { existing } from '../rule-language/to-sql/frame.js';
import { and, column, keyType, raw, sql, tableName } from '../rule-language/to-sql/sql.js';
import { Catalogue } from './catalogue.service.js';
import { isKeyOf } from './subject-key.js';

@Injectable()
export class CatalogueSubjects extends FieldSubjects {
  constructor(private readonly catalogue: Catalogue) {
    super();
  }

  fieldSubject(name: string): FieldSubject {
    const subject = this.catalogue.subject(name);
    return { name: subject.name, keyType: keyOf(subject).type };
  }

  declares(subject: string, field: string): boolean {
    return this.catalogue.subject(subject).record.fields.has(field);
  }

  async existing(
    manager: EntityManager,
    tenant: string,
    name: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const subject = this.catalogue.subject(name);
    const { column: keyColumn, type } = keyOf(subject);
    const asked = ids.filter((id) => isKeyOf(subject, id));
    const { record } = subject;
    const same = sql`${column('r', keyColumn)} = g.asked::${keyType(type)}`;
    const on = and([same, ...existing(record, 'r', tenant)]);
    const statement = sql`select g.asked, ${column('r', keyColumn)}::text as id
      from unnest(${asked}::text[]) g (asked) join ${tableName(record.table)} ${raw('r')} on ${on}`;
    const rows = await manager.query<{ asked: string; id: string }[]>(statement.text, statement.values);
    return new Map(rows.map((row) => [row.asked, row.id]));
  }
}
