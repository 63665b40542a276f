/** `/audit`. */

import { Get, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, IsUUID, Max, Min } from 'class-validator';
import type { Actor } from '../actor.js';
import { Answers } from '../answers.decorator.js';
import { CurrentActor } from '../current-actor.decorator.js';
import { IfGiven } from '../if-given.decorator.js';
import { Instant } from '../instant.decorator.js';
import type { Page } from '../page.js';
import { ProtectedController } from '../protected-controller.decorator.js';
import { Requires } from '../requires.decorator.js';
import { id, instant, object, orNull, page, text } from '../schemas.js';
import { SortedBy, type SortName, sortOf } from '../sorted-by.decorator.js';
import { Audit } from './audit.service.js';
import type { AuditEntry } from './audit-entry.js';

const auditSorts = ['at'] as const;

export class ListAuditQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IfGiven()
  @IsUUID()
  cursor?: string;

  @ApiPropertyOptional({ example: 'segment.exported' })
  @IfGiven()
  @IsString()
  action?: string;

  @ApiPropertyOptional({ description: 'The id of what, or of whom, it was done to' })
  @IfGiven()
  @IsString()
  target?: string;

  @ApiPropertyOptional({ description: 'The id of who did it' })
  @IfGiven()
  @IsString()
  actor?: string;

  @ApiPropertyOptional({ description: 'Done at this instant or later', example: '2026-03-01T00:00:00Z' })
  @IfGiven()
  @Instant()
  from?: string;

  @ApiPropertyOptional({ description: 'Done before this instant' })
  @IfGiven()
  @Instant()
  until?: string;

  @SortedBy(auditSorts, '-at')
  sort: SortName<(typeof auditSorts)[number]> = '-at';
}

const entrySchema = object({
  id,
  at: instant,
  actor_id: text,
  actor_name: text,
  from_address: orNull(text),
  action: text,
  target_type: text,
  target_id: text,
  details: { type: 'object', additionalProperties: true },
});

@ApiTags('audit')
@ProtectedController('audit')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get()
  @Requires('audit:read')
  @ApiOperation({ summary: 'Who did what, when and from where; newest first' })
  @Answers(200, page(entrySchema))
  list(@CurrentActor() actor: Actor, @Query() query: ListAuditQuery): Promise<Page<AuditEntry>> {
    const { limit, cursor, sort, ...filter } = query;
    return this.audit.list(actor, filter, { limit, cursor, descending: sortOf(sort).descending });
  }
}
