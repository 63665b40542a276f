/** `GET /catalogue`. */

import { Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { catalogueSchema } from './catalogue.schema.js';
import { Catalogue } from './catalogue.service.js';
import { type CatalogueView, viewOf } from './catalogue.view.js';
import { CoverageOfFields } from './coverage.service.js';

@ApiTags('catalogue')
@ProtectedController('catalogue')
export class CatalogueController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly coverage: CoverageOfFields,
  ) {}

  @Get()
  @Requires('catalogue:read')
  @ApiOperation({
    summary:
      'What rules can ask: subjects, fields with their operators, options and coverage (what part of the records has a value), collections',
  })
  @Answers(200, catalogueSchema)
  async read(@CurrentActor() { tenant, language }: Actor): Promise<CatalogueView> {
    const vocabulary = await this.catalogue.vocabulary(tenant);
    return viewOf(vocabulary, language, await this.coverage.of(tenant, vocabulary));
  }
}
