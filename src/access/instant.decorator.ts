/** `@Instant()`: an instant with its offset, such as 2026-03-01T00:00:00Z; given to the route in UTC. */

import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { buildMessage, ValidateBy } from 'class-validator';
import { Temporal } from 'temporal-polyfill';

function inUtc(text: string): string | undefined {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    return undefined;
  }
}

/** What was sent, or what became of it; of the years that everybody writes alike. */
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^(?!0000)\d{4}-/.test(inUtc(value) ?? '');

const message = 'it is an instant with an offset, such as 2026-03-01T00:00:00Z';

export const Instant = () =>
  applyDecorators(
    Transform(
      ({ value }: { value: unknown }) => (typeof value === 'string' ? inUtc(value) : undefined) ?? value,
    ),
    ValidateBy({
      name: 'isInstant',
      validator: { validate: isInstant, defaultMessage: buildMessage(() => message) },
    }),
  );
