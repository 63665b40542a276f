/** Tells custom fields which segments' rules use them, and has those calculated anew for which a field has changed. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fieldName } from '../custom-fields/custom-field.view.js';
import { FieldUsage, type UsingSegment } from '../custom-fields/field-usage.js';
import { SegmentRulesRepository } from '../rules/segment-rules.repository.js';
import { DueSegments } from './due.repository.js';

interface Field {
  readonly subject: string;
  readonly key: string;
}

@Injectable()
export class SegmentFieldUsage extends FieldUsage {
  constructor(
    private readonly rules: SegmentRulesRepository,
    private readonly due: DueSegments,
  ) {
    super();
  }

  of(manager: EntityManager, tenant: string, { subject, key }: Field): Promise<readonly UsingSegment[]> {
    return this.rules.usersOf(manager, tenant, `${subject}.${fieldName(key)}`);
  }

  async changed(manager: EntityManager, tenant: string, field: Field): Promise<void> {
    const users = await this.of(manager, tenant, field);
    await this.due.mark(
      manager,
      tenant,
      users.map(({ id }) => id),
      'field changed',
    );
  }
}
