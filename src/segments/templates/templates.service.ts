/** The templates that a host offers, and which of them its catalogue understands. */

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Catalogue } from '../../catalogue/catalogue.service.js';
import type { Vocabulary } from '../../rule-language/field.js';
import { type Parsed, parseRule } from '../../rule-language/parse.js';
import type { SegmentReference } from '../../rule-language/rule.js';
import type { LanguageCode } from '../../rule-language/to-words.js';
import type { TemplateUse } from '../segment.entity.js';
import { defaultsOf, ruleOf, type SegmentTemplate } from './template.js';
import { checkReferences } from './template-references.js';
import { TemplateNotFoundError } from './templates.errors.js';

/** The port through which a host maps the shipped templates to its catalogue, hides some, or adds its own. */
export abstract class HostTemplates {
  abstract readonly templates: readonly SegmentTemplate[];
}

@Injectable()
export class Templates implements OnModuleInit {
  constructor(
    private readonly host: HostTemplates,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws TemplatesInvalidError, and the application does not start on templates that could never be made */
  onModuleInit(): void {
    checkReferences(this.host.templates);
  }

  all(): readonly SegmentTemplate[] {
    return this.host.templates;
  }

  known(id: string): SegmentTemplate | undefined {
    return this.host.templates.find((template) => template.id === id);
  }

  /** What a rule means that names it: it, with its defaults. Undefined for one that is not offered. */
  byDefault(id: string): TemplateUse | undefined {
    const template = this.known(id);
    return template && { id, parameters: defaultsOf(template) };
  }

  /** @throws TemplateNotFoundError */
  find(id: string): SegmentTemplate {
    const template = this.known(id);
    if (!template)
      throw new TemplateNotFoundError(
        id,
        this.all().map((other) => other.id),
      );
    return template;
  }

  /** What the tenant can ask; in a transaction, until that ends. */
  vocabulary(tenant: string, running?: EntityManager): Promise<Vocabulary> {
    return this.catalogue.vocabulary(tenant, running);
  }

  /** Its rule with its defaults, as it is understood; segments stand for their templates. */
  read(template: SegmentTemplate, vocabulary: Vocabulary, language: LanguageCode = 'en'): Parsed {
    return parseRule(ruleOf(template, defaultsOf(template)), {
      vocabulary,
      subject: template.subject,
      segment: (reference) => this.entry(reference, language),
    });
  }

  private entry(reference: SegmentReference, language: LanguageCode) {
    const template = typeof reference === 'string' ? undefined : this.known(reference.template);
    return template && { id: template.id, name: template.name[language], subject: template.subject };
  }
}
