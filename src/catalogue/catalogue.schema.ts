/** The catalogue as the documentation describes it. */

import { flag, list, object, oneOf, text } from '../access/schemas.js';
import { fieldTypes } from '../rule-language/field-type.js';

const named = { name: text, label: text };

const field = object(
  {
    ...named,
    type: oneOf(...fieldTypes),
    kind: oneOf('field', 'metric', 'derived'),
    operators: list(text),
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
      fields: list(field),
      paths: list(object({ ...named, record: text })),
      collections: list(object({ ...named, record: text }, { time: text })),
    }),
  ),
  segment_operators: list(text),
});
