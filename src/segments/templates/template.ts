/** A ready-made segment as data: what it is for, and its rule with parameters in the place of values. */

import type { Match, Rule } from '../../rule-language/rule.js';
import type { LanguageCode } from '../../rule-language/to-words.js';

export type InLanguages = Readonly<Record<LanguageCode, string>>;

/** What may be chosen when a segment is made of a template. */
export type TemplateParameter = { readonly label: InLanguages } & (
  | {
      readonly type: 'integer' | 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly type: 'text'; readonly default: string }
  /** One or more texts. */
  | { readonly type: 'texts'; readonly default: readonly string[] }
);

export type ParameterValue = number | string | readonly string[];
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** `{ "parameter": "days" }`, in the place of a value or of a part of one. */
export interface ParameterPlace {
  readonly parameter: string;
}
export const parameter = (name: string): ParameterPlace => ({ parameter: name });

/** A rule document that has parameters in some places. */
export interface TemplateGroup {
  readonly match: Match;
  readonly rules: readonly TemplateRule[];
}
export type TemplateRule = Readonly<Record<string, unknown>> | TemplateGroup;

export interface SegmentTemplate {
  /** Stable, such as `at_risk`: rules refer to it. */
  readonly id: string;
  /** Whom it is about, as the catalogue names it. */
  readonly subject: string;
  readonly name: InLanguages;
  readonly purpose: InLanguages;
  /** By the name that Feather gives it. */
  readonly icon: string;
  readonly parameters: Readonly<Record<string, TemplateParameter>>;
  readonly rule: TemplateRule;
}

/** The rule with values in the place of its parameters. */
export const ruleOf = ({ rule }: SegmentTemplate, values: ParameterValues): Rule =>
  filled(rule, values) as Rule;

function filled(part: unknown, values: ParameterValues): unknown {
  if (Array.isArray(part)) return part.map((item) => filled(item, values));
  if (typeof part !== 'object' || part === null) return part;
  if ('parameter' in part) return values[String(part.parameter)];
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value, values)]));
}

export const defaultsOf = ({ parameters }: SegmentTemplate): ParameterValues =>
  Object.fromEntries(Object.entries(parameters).map(([name, { default: value }]) => [name, value]));
