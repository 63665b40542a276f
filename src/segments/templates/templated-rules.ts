/** Reads rules to be saved: what they refer to by template is a segment of the tenant's, made along if there is none. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import type { Subject } from '../../rule-language/field.js';
import { type ReadRule, RuleReader } from '../rule-reader.js';
import type { SegmentRow } from '../segment.entity.js';
import type { NewSegment } from '../segment.view.js';
import { SegmentsRepository } from '../segments.repository.js';
import { defaultsOf, type ParameterValues, ruleOf, type SegmentTemplate } from './template.js';
import { templatesIn } from './template-references.js';
import { TemplatesRepository } from './templates.repository.js';
import { Templates } from './templates.service.js';

/** Makes a segment in the same transaction. */
type Make = (input: NewSegment) => Promise<SegmentRow>;

@Injectable()
export class TemplatedRules {
  constructor(
    private readonly rules: RuleReader,
    private readonly segments: SegmentsRepository,
    private readonly repository: TemplatesRepository,
    private readonly templates: Templates,
  ) {}

  subject(name: string): Subject {
    return this.rules.subject(name);
  }

  /**
   * In a transaction that has locked the dependencies.
   * @throws RuleInvalidError with every problem; UnknownSubjectError
   */
  async read(
    manager: EntityManager,
    actor: Actor,
    { subject, rules }: { readonly subject: string; readonly rules: unknown },
    make: Make,
  ): Promise<ReadRule> {
    const ids = new Map<string, string>();
    for (const template of templatesIn(rules)) {
      const id = await this.segmentOf(manager, actor, template, make);
      if (id !== undefined) ids.set(template, id);
    }
    return this.rules.read(actor.tenant, subject, ids.size > 0 ? withIds(rules, ids) : rules, manager);
  }

  /** A segment of the template, still to be made. */
  async segmentFor(
    manager: EntityManager,
    { tenant, language = 'en' }: Actor,
    template: SegmentTemplate,
    parameters: ParameterValues,
  ): Promise<NewSegment> {
    const name = template.name[language];
    return {
      name: freeName(name, await this.segments.namesLike(manager, tenant, name)),
      description: template.purpose[language],
      subject: template.subject,
      rules: ruleOf(template, parameters),
      template: { id: template.id, parameters },
    };
  }

  /** Nothing, where the template is unknown or means nothing here: the rule is refused for that. */
  private async segmentOf(
    manager: EntityManager,
    actor: Actor,
    id: string,
    make: Make,
  ): Promise<string | undefined> {
    const template = this.templates.known(id);
    if (!template) return undefined;
    const parameters = defaultsOf(template);
    const [existing] = await this.repository.references(actor.tenant, [{ id, parameters }], manager);
    if (existing) return existing.id;
    const vocabulary = await this.templates.vocabulary(actor.tenant, manager);
    if (!this.templates.read(template, vocabulary).ok) return undefined;
    return (await make(await this.segmentFor(manager, actor, template, parameters))).id;
  }
}

function withIds(node: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((rule) => withIds(rule, ids));
  if (typeof node !== 'object' || node === null) return node;
  const { segment, rules } = node as {
    readonly segment?: { readonly template?: string };
    readonly rules?: unknown;
  };
  const id = ids.get(segment?.template ?? '');
  return {
    ...node,
    ...(id !== undefined && { segment: id }),
    ...(rules !== undefined && { rules: withIds(rules, ids) }),
  };
}

/** The name itself, or with the first number from 2 that is free. */
function freeName(name: string, taken: readonly string[]): string {
  const names = new Set(taken);
  if (!names.has(name)) return name;
  for (let number = 2; ; number++) if (!names.has(`${name} ${number}`)) return `${name} ${number}`;
}
