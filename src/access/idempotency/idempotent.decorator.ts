/** What an Idempotency-Key does on a route where it is not the usual: carry out once, and answer again what was answered. */

import { SetMetadata } from '@nestjs/common';

export type Repeating = 'answered-again' | 'refused' | 'carried-out-again';

export const repeatingKey = Symbol('nest-segments: what becomes of a repeated request');

/** A POST that changes nothing (a preview): its key is not looked at, and nothing of it is stored. */
export const ChangesNothing = () => SetMetadata(repeatingKey, 'carried-out-again' satisfies Repeating);

/** Its answer must not be stored (a secret, personal data): repeated, it is refused rather than carried out twice. */
export const AnswersOnce = () => SetMetadata(repeatingKey, 'refused' satisfies Repeating);
