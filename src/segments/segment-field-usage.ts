/** Tells custom fields which segments' rules use them. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fieldName } from '../custom-fields/custom-field.view.js';
import { FieldUsage, type UsingSegment } from '../custom-fields/field-usage.js';
import { SegmentRulesRepository } from '../rules/segment-rules.repository.js';

@Injectable()
export class SegmentFieldUsage extends FieldUsage {
  constructor(private readonly rules: SegmentRulesRepository) {
    super();
  }

  of(
    manager: EntityManager,
    tenant: string,
    { subject, key }: { readonly subject: string; readonly key: string },
  ): Promise<readonly UsingSegment[]> {
    return this.rules.usersOf(manager, tenant, `${subject}.${fieldName(key)}`);
  }
}
