/** Consents and suppressions as the documentation describes them. */

import { flag, id, instant, list, object, oneOf, orNull, text } from '../access/schemas.js';
import { channels } from './channels.js';
import { obstacles } from './reachability.js';
import { reasons } from './suppressions.repository.js';

export const suppressionSchema = object({
  id,
  channel: oneOf(...channels),
  reason: oneOf(...reasons),
  created_at: instant,
  created_by: text,
});

export const consentSchema = object({
  subject: text,
  id: text,
  channels: list(
    object({
      channel: oneOf(...channels),
      opted_in: orNull(flag),
      source: orNull(text),
      at: orNull(instant),
      recorded_by: orNull(text),
      obstacle: orNull(oneOf(...obstacles)),
      suppression: orNull(suppressionSchema),
    }),
  ),
});
