/** `?with=a,b` in a query: a list, with commas between. */

import { Transform } from 'class-transformer';

export const WithCommas = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value,
  );
