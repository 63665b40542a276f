/** The body and the query of the routes of members by hand. */

import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { IfGiven } from '../access/if-given.decorator.js';
import { PlainText } from '../segments/plain-text.decorator.js';
import { type PinKind, pinKinds } from './pins.repository.js';

/** What fits into a body; of more, there is the import of a file. */
const mostAtOnce = 10_000;

/** One text, or a list of them. */
const OneOrMany = (what: string, example: string) =>
  applyDecorators(
    ApiPropertyOptional({
      description: what,
      oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, maxItems: mostAtOnce }],
      example: [example],
    }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)),
    IsArray(),
    ArrayNotEmpty(),
    ArrayMaxSize(mostAtOnce),
    IsString({ each: true }),
  );

/** Needed unless they are named in another way. */
const Unless = (...others: (keyof AddMembersDto)[]) =>
  ValidateIf(
    (body: AddMembersDto, value) => value !== undefined || others.every((other) => body[other] === undefined),
  );

export class AddMembersDto {
  @Unless('external_ids', 'emails')
  @OneOrMany('Their ids, as in the list of members', '4711')
  member_ids?: string[];

  @IfGiven()
  @OneOrMany('What the world outside knows them by', 'guest-1')
  external_ids?: string[];

  @IfGiven()
  @OneOrMany('Their e-mail addresses: everyone who has it', 'ada@example.com')
  emails?: string[];

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000 })
  @IsOptional()
  @PlainText(1000)
  reason?: string | null;
}

export class ListPinsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IfGiven()
  @IsString()
  cursor?: string;

  @ApiPropertyOptional({ enum: [...pinKinds] })
  @IfGiven()
  @IsIn(pinKinds)
  kind?: PinKind;
}
