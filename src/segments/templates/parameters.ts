/** The parameters that a segment is made with: those that are sent, and of the others the defaults. */

import type { PartProblem } from '../segments.errors.js';
import {
  defaultsOf,
  type ParameterValues,
  type SegmentTemplate,
  type TemplateParameter,
} from './template.js';
import { TemplateParametersError } from './templates.errors.js';

/** @throws TemplateParametersError with every one that cannot be meant */
export function parametersOf(
  template: SegmentTemplate,
  sent: Readonly<Record<string, unknown>> = {},
): ParameterValues {
  const problems = Object.entries(sent).flatMap(([name, value]) => problemsOf(template, name, value));
  if (problems.length > 0) throw new TemplateParametersError(problems);
  return { ...defaultsOf(template), ...(sent as ParameterValues) };
}

function problemsOf({ id, parameters }: SegmentTemplate, name: string, value: unknown): PartProblem[] {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const message = parameter
    ? fault(parameter, value)
    : `The template “${id}” has no parameter “${name}”; it has ${Object.keys(parameters).join(', ') || 'none'}.`;
  return message === undefined ? [] : [{ path: `parameters.${name}`, code: 'template.parameters', message }];
}

const longest = 200;
const most = 100;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && /\S/u.test(value) && value.length <= longest;

function fault(parameter: TemplateParameter, value: unknown): string | undefined {
  switch (parameter.type) {
    case 'text':
      return isText(value) ? undefined : `It is a text of 1 to ${longest} characters.`;
    case 'texts': {
      const texts = Array.isArray(value) && value.length > 0 && value.length <= most && value.every(isText);
      return texts ? undefined : `It is a list of 1 to ${most} texts of 1 to ${longest} characters.`;
    }
    default:
      return isWithin(parameter, value)
        ? undefined
        : `It is ${parameter.type === 'integer' ? 'a whole' : 'a'} number from ${parameter.minimum} to ${parameter.maximum}.`;
  }
}

function isWithin(parameter: Extract<TemplateParameter, { minimum: number }>, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (parameter.type === 'integer' && !Number.isInteger(value)) return false;
  return value >= parameter.minimum && value <= parameter.maximum;
}
