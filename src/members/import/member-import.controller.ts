/** `POST /segments/{id}/members/import`. */

import { HttpCode, Ip, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, Length, MaxLength } from 'class-validator';
import type { Actor } from '../../access/actor.js';
import { Answers } from '../../access/answers.decorator.js';
import { CurrentActor } from '../../access/current-actor.decorator.js';
import { AnswersOnce } from '../../access/idempotency/idempotent.decorator.js';
import { IfGiven } from '../../access/if-given.decorator.js';
import { ProtectedController } from '../../access/protected-controller.decorator.js';
import { Requires } from '../../access/requires.decorator.js';
import { count, flag, list, object, oneOf, text } from '../../access/schemas.js';
import { TakenFile, TakesFile } from '../../access/uploaded-file.js';
import { csvBody } from './csv-body.js';
import { lineProblems } from './import-lines.js';
import { type Matching, matchings } from './match-column.js';
import { type MemberImportReport, MemberImports } from './member-import.service.js';

export class ImportMembersQuery {
  @ApiPropertyOptional({
    enum: matchings,
    description: 'What people are named by; else what the header says',
  })
  @IfGiven()
  @IsIn(matchings)
  match_by?: Matching;

  @ApiPropertyOptional({ description: 'The column to go by, where its name does not say it' })
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  column?: string;

  @ApiPropertyOptional({ default: 'utf-8', example: 'windows-1252' })
  @IfGiven()
  @IsString()
  encoding?: string;

  @ApiPropertyOptional({ description: 'Between cells; recognised from the header if absent' })
  @IfGiven()
  @Length(1, 1)
  delimiter?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Import nobody if any line adds nobody' })
  @IfGiven()
  @IsIn(['true', 'false'])
  all_or_nothing?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IfGiven()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

const reportSchema = object({
  match_by: oneOf(...matchings),
  column: text,
  lines: count,
  added: count,
  already_in: count,
  exclusions_lifted: count,
  member_count: count,
  undone: flag,
  problems: list(object({ line: count, code: oneOf(...lineProblems), reason: text })),
});

export class ImportFile {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'The CSV file; or send its text as the whole body, as text/csv',
    example: 'external_id\nguest-1\n',
  })
  file!: string;
}

@ApiTags('members')
@ProtectedController('segments')
export class MemberImportController {
  constructor(private readonly imports: MemberImports) {}

  @Post(':id/members/import')
  @HttpCode(200)
  @Requires('segments:write')
  @AnswersOnce()
  @TakesFile(csvBody)
  @ApiOperation({
    summary: 'Add the people of a CSV file to a static or hybrid segment; every bad line is reported',
  })
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ type: ImportFile })
  @Answers(200, reportSchema, {
    404: ['segment.not-found'],
    409: ['segment.dynamic', 'segment.status'],
    422: [
      'import.header-invalid',
      'import.file-not-csv',
      'import.file-unreadable',
      'import.encoding-unknown',
      'member.no-email',
      'subject.unknown',
    ],
  })
  import(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { match_by: matchBy, all_or_nothing, ...query }: ImportMembersQuery,
    @Ip() from: string,
    @TakenFile() file: AsyncIterable<Uint8Array>,
  ): Promise<MemberImportReport> {
    const options = { ...query, matchBy, from, allOrNothing: all_or_nothing === 'true' };
    return this.imports.import(actor, id, file, options);
  }
}
