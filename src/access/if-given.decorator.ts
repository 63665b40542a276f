/** `@IfGiven()`: what may be absent, but is not null where null would mean nothing. */

import { ValidateIf } from 'class-validator';

/** Use `@IsOptional()` only where null means something of its own, such as that a text is to be taken away. */
export const IfGiven = () => ValidateIf((_body, value) => value !== undefined);
