/** `/segments/{id}/export`. */

import { Readable } from 'node:stream';
import { Get, Ip, Param, ParseUUIDPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor.js';
import { type AnswerSchema, Answers } from '../../access/answers.decorator.js';
import { CurrentActor } from '../../access/current-actor.decorator.js';
import { ProblemFilter } from '../../access/problem.filter.js';
import { ProtectedController } from '../../access/protected-controller.decorator.js';
import { Requires } from '../../access/requires.decorator.js';
import { list } from '../../access/schemas.js';
import { takenWithin } from '../../access/taken-within.js';
import { untilClosed } from '../../access/until-closed.js';
import { asOf } from '../../segments/as-of.js';
import { ExportQuery } from './export.dto.js';
import { type ExportedFile, Exports } from './exports.service.js';

const lines: AnswerSchema = { type: 'string' };
const member: AnswerSchema = { type: 'object', additionalProperties: true };

@ApiTags('members')
@ProtectedController('segments')
export class ExportController {
  /** Milliseconds that a piece of the file waits for its reader: what is left of it holds a connection. */
  patience = 30_000;

  /** For what goes wrong after the route has returned its stream. */
  private readonly problems = new ProblemFilter();

  constructor(private readonly exports: Exports) {}

  @Get(':id/export')
  @Requires('segments:export')
  @ApiOperation({ summary: 'The members as a file; `X-Exported-Count` of `X-Total-Count` are in it' })
  @Answers(
    200,
    list(member),
    {
      404: ['segment.not-found'],
      422: [
        'export.format-unknown',
        'export.columns',
        'export.limit',
        'export.roles',
        'consent.channel-unknown',
        'as-of.invalid',
        'subject.unknown',
      ],
      501: ['consent.secret-missing'],
      503: ['export.timeout'],
    },
    {
      'text/csv': lines,
      'application/x-ndjson': lines,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
        type: 'string',
        format: 'binary',
      },
    },
  )
  async export(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { as_of: at, reachable_by: reachableBy, ...query }: ExportQuery,
    @Ip() from: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const asked = { ...query, reachableBy, from, asOf: at === undefined ? undefined : asOf(at) };
    return this.send(await this.exports.export(actor, id, asked, untilClosed(response)), response);
  }

  private send({ mediaType, name, rows, total, content }: ExportedFile, response: Response): StreamableFile {
    response.setHeader('X-Total-Count', total);
    response.setHeader('X-Exported-Count', rows);
    const taken = takenWithin(this.patience, content, () => response.destroy());
    const stream = Readable.from(taken, { objectMode: false });
    const file = new StreamableFile(stream, {
      type: mediaType,
      disposition: `attachment; filename="${name}"`,
    });
    return file.setErrorHandler((error) => this.problems.answer(error, response));
  }
}
