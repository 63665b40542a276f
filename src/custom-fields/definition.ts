/** Checks a definition: its options and its default against its type, everything that is wrong at once. */

import type { RequestProblem } from '../access/access.errors.js';
import { hasLoneSurrogate, isBlank, isLongerThan, toNfc } from '../rule-language/parse/texts.js';
import type { CustomFieldOption, CustomFieldType, FieldValue } from './custom-field.entity.js';
import { CustomFieldInvalidError } from './custom-fields.errors.js';
import { hasOptions, mostOptions, readValue } from './field-kinds.js';

export interface OptionInput {
  readonly value: string;
  /** The value, if not given. */
  readonly label?: string | undefined;
  readonly archived?: boolean | undefined;
}

/** What a caller says of a field. */
export interface DefinitionInput {
  readonly label: string;
  readonly type: CustomFieldType;
  /** In the order they are to be shown in. */
  readonly options?: readonly OptionInput[] | undefined;
  readonly required?: boolean | undefined;
  /** As JSON; null for none. */
  readonly default?: unknown;
}

export interface Definition {
  readonly label: string;
  readonly type: CustomFieldType;
  readonly options: readonly CustomFieldOption[];
  readonly required: boolean;
  readonly default_value: FieldValue | null;
}

/** @throws CustomFieldInvalidError with every problem, those in `more` among them */
export function checkDefinition(input: DefinitionInput, more: readonly RequestProblem[] = []): Definition {
  const { type, required = false } = input;
  const problems: RequestProblem[] = [...more];
  const report = (path: string, code: string, message: string): void => {
    problems.push({ path, code, message });
  };
  const label = checkText(input.label, 200, 'label', report);
  const options = checkOptions(type, input.options ?? [], report);
  const read = readValue(input.default, { type, options });
  if (!('value' in read)) report('default', read.code, read.message);
  if (problems.length > 0) throw new CustomFieldInvalidError(problems);
  return { label, type, options, required, default_value: 'value' in read ? read.value : null };
}

type Report = (path: string, code: string, message: string) => void;

function checkText(text: string, longest: number, path: string, report: Report): string {
  const composed = toNfc(text);
  if (isBlank(composed)) report(path, 'text.blank', 'The text is blank.');
  else if (isLongerThan(composed, longest))
    report(path, 'text.too-long', `The text is longer than ${longest} characters.`);
  if (/\p{Cc}/u.test(composed) || hasLoneSurrogate(composed))
    report(path, 'text.characters', 'The text has control characters or half a surrogate pair.');
  return composed;
}

function checkOptions(
  type: CustomFieldType,
  inputs: readonly OptionInput[],
  report: Report,
): CustomFieldOption[] {
  if (!hasOptions(type)) {
    if (inputs.length > 0) report('options', 'options.not-taken', `A ${type} has no options.`);
    return [];
  }
  if (inputs.length === 0) report('options', 'options.missing', 'A selection needs options to select from.');
  if (inputs.length > mostOptions)
    report('options', 'options.too-many', `There are at most ${mostOptions} options.`);
  const options = inputs.map(({ value: given, label, archived = false }, index) => {
    const value = checkText(given, 100, `options[${index}].value`, report);
    const called = label === undefined ? value : checkText(label, 200, `options[${index}].label`, report);
    return { value, label: called, archived };
  });
  options.forEach(({ value }, index) => {
    if (options.findIndex((option) => option.value === value) < index)
      report(`options[${index}].value`, 'options.value-twice', `“${value}” is there already.`);
  });
  return options;
}
