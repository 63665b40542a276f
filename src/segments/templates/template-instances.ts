/** Makes segments of templates, each once, with those that it refers to, in one transaction. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Definitions } from '../definitions.service.js';
import type { NewSegment } from '../segment.view.js';
import { SegmentDependencies } from '../segment-dependencies.service.js';
import { SegmentsRepository } from '../segments.repository.js';
import type { ParameterValues, SegmentTemplate } from './template.js';
import { TemplatedRules } from './templated-rules.js';
import { TemplatesRepository } from './templates.repository.js';

@Injectable()
export class TemplateInstances {
  constructor(
    private readonly repository: TemplatesRepository,
    private readonly segments: SegmentsRepository,
    private readonly dependencies: SegmentDependencies,
    private readonly definitions: Definitions,
    private readonly rules: TemplatedRules,
  ) {}

  /**
   * Or finds the one that was made of it with the same parameters, unless another name is wanted.
   * @param details what the segment is to have other than the template says
   * @throws RuleInvalidError, SegmentNameTakenError
   */
  make(
    actor: Actor,
    template: SegmentTemplate,
    parameters: ParameterValues,
    details: Partial<NewSegment>,
  ): Promise<{ readonly id: string; readonly made: boolean }> {
    return this.segments.transaction(actor.tenant, async (manager) => {
      await this.dependencies.lock(manager, actor.tenant);
      const same = await this.repository.same(manager, actor.tenant, template.id, parameters);
      if (same && (details.name ?? same.name) === same.name) return { id: same.id, made: false };
      const input = await this.rules.segmentFor(manager, actor, template, parameters);
      const { id } = await this.definitions.insert(manager, actor, { ...input, ...details });
      return { id, made: true };
    });
  }
}
