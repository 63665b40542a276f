/** Templates as the API shows them, in one language. */

import type { Problem } from '../../rule-language/parse.js';
import type { Rule } from '../../rule-language/rule.js';
import type { ParameterValue, ParameterValues, TemplateParameter } from './template.js';

export interface ParameterView {
  readonly name: string;
  readonly label: string;
  readonly type: TemplateParameter['type'];
  readonly default: ParameterValue;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface TemplateView {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly purpose: string;
  readonly icon: string;
  readonly parameters: readonly ParameterView[];
  /** With the defaults. */
  readonly rules: Rule;
  /** Of these rules; null where the template is not available. */
  readonly words: string | null;
  /** The templates whose segments are made along. */
  readonly needs: readonly string[];
  readonly available: boolean;
  /** Why it is not. */
  readonly problems: readonly Problem[];
  /** What has been made of it. */
  readonly segments: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: ParameterValues;
  }[];
}
