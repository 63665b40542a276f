/** The catalogue as the documentation describes it. */

import { flag, list, number, object, oneOf, orNull, text } from '../access/schemas.js';
import { fieldTypes } from '../rule-language/field-type.js';

const named = { name: text, label: text };

const share = { ...number, minimum: 0, maximum: 1, example: 0.87 };

const field = object(
  {
    ...named,
    type: oneOf(...fieldTypes),
    kind: oneOf('field', 'metric', 'derived'),
    operators: list(text),
    coverage: orNull(share),
  },
  {
    options: list(object({ value: text, label: text }, { archived: flag })),
    open: flag,
    exact: flag,
  },
);

export const catalogueSchema = object({
  subjects: list(object({ ...named, record: text })),
  records: list(
    object({
      ...named,
      coverage_estimated: flag,
      fields: list(field),
      paths: list(object({ ...named, record: text })),
      collections: list(object({ ...named, record: text }, { time: text })),
    }),
  ),
  segment_operators: list(text),
});
