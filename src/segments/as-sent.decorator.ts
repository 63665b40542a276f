/** `@AsSent()`: a property that stays as it came in the body. */

import { Transform } from 'class-transformer';

/** class-transformer copies what is nested, and leaves out keys such as `constructor`, which a rule may not have. */
export const AsSent = () => Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key]);
