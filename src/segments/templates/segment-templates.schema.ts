/** Templates as the documentation describes them. */

import { flag, id, list, number, object, oneOf, orNull, problems, rule, text } from '../../access/schemas.js';
import { parameterValues } from '../segments.schema.js';

const parameter = object(
  {
    name: text,
    label: text,
    type: oneOf('integer', 'number', 'text', 'texts'),
    default: { oneOf: [number, text, list(text)], example: 30 },
  },
  { minimum: number, maximum: number },
);

export const templatesSchema = object({
  items: list(
    object({
      id: text,
      subject: text,
      name: text,
      purpose: text,
      icon: text,
      parameters: list(parameter),
      rules: rule,
      words: orNull(text),
      needs: list(text),
      available: flag,
      problems,
      segments: list(object({ id, name: text, parameters: parameterValues })),
    }),
  ),
});
