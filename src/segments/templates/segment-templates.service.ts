/** Offers templates, and makes segments of them. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { TenantSettings } from '../../access/tenant-settings.js';
import type { Vocabulary } from '../../rule-language/field.js';
import { type LanguageCode, toWords } from '../../rule-language/to-words.js';
import type { NewSegment, SegmentView } from '../segment.view.js';
import { Segments } from '../segments.service.js';
import { parametersOf } from './parameters.js';
import { defaultsOf, ruleOf, type SegmentTemplate, type TemplateParameter } from './template.js';
import type { ParameterView, TemplateView } from './template.view.js';
import { TemplateInstances } from './template-instances.js';
import { templatesIn } from './template-references.js';
import { TemplateUnavailableError } from './templates.errors.js';
import { type MadeOfTemplate, TemplatesRepository } from './templates.repository.js';
import { Templates } from './templates.service.js';

export interface FromTemplate extends Omit<Partial<NewSegment>, 'rules' | 'subject' | 'template' | 'type'> {
  readonly template: string;
  /** By name; what is not given is as by default. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface Instantiated {
  readonly segment: SegmentView;
  /** False where there was one of the same template with the same parameters. */
  readonly made: boolean;
}

/** What templates are told with. */
interface Telling {
  readonly vocabulary: Vocabulary;
  readonly zone: string;
  readonly language: LanguageCode;
  readonly made: readonly MadeOfTemplate[];
}

@Injectable()
export class SegmentTemplates {
  constructor(
    private readonly templates: Templates,
    private readonly repository: TemplatesRepository,
    private readonly instances: TemplateInstances,
    private readonly segments: Segments,
    private readonly settings: TenantSettings,
  ) {}

  /** @param unavailableToo also those that the catalogue does not understand, with the reasons */
  async list(actor: Actor, unavailableToo: boolean): Promise<readonly TemplateView[]> {
    const [made, vocabulary, { zone }] = await Promise.all([
      this.repository.made(actor.tenant),
      this.templates.vocabulary(actor.tenant),
      this.settings.of(actor.tenant),
    ]);
    const telling = { vocabulary, zone, language: actor.language ?? 'en', made };
    const views = this.templates.all().map((template) => this.view(template, telling));
    return views.filter(({ available }) => available || unavailableToo);
  }

  /**
   * @throws TemplateNotFoundError, TemplateUnavailableError, TemplateParametersError; RuleInvalidError where the
   * parameters do not go together; SegmentNameTakenError
   */
  async instantiate(
    actor: Actor,
    { template: id, parameters, ...details }: FromTemplate,
  ): Promise<Instantiated> {
    const template = this.templates.find(id);
    const read = this.templates.read(template, await this.templates.vocabulary(actor.tenant));
    if (!read.ok) throw new TemplateUnavailableError(id, read.problems);
    const { id: segment, made } = await this.instances.make(
      actor,
      template,
      parametersOf(template, parameters),
      details,
    );
    return { segment: await this.segments.read(actor, segment), made };
  }

  private view(template: SegmentTemplate, { vocabulary, zone, language, made }: Telling): TemplateView {
    const { id, subject: name, icon, parameters } = template;
    const read = this.templates.read(template, vocabulary, language);
    const subject = vocabulary.subjects.get(template.subject);
    const rules = ruleOf(template, defaultsOf(template));
    return {
      id,
      subject: name,
      name: template.name[language],
      purpose: template.purpose[language],
      icon,
      parameters: Object.entries(parameters).map(([name, one]) => parameterView(name, one, language)),
      rules,
      words: read.ok && subject ? toWords(read.checked, { subject, zone, language }) : null,
      needs: templatesIn(rules),
      available: read.ok,
      problems: read.ok ? [] : read.problems,
      segments: made
        .filter((segment) => segment.template === id)
        .map(({ template: _, ...segment }) => segment),
    };
  }
}

const parameterView = (
  name: string,
  parameter: TemplateParameter,
  language: LanguageCode,
): ParameterView => ({
  ...parameter,
  name,
  label: parameter.label[language],
});
