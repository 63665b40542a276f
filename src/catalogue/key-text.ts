/** Whether a text from outside can be the value of a key at all; PostgreSQL would answer an error otherwise. */

const limits: Readonly<Record<string, bigint>> = {
  smallint: 2n ** 15n,
  integer: 2n ** 31n,
  bigint: 2n ** 63n,
};

export const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** @param type PostgreSQL's name of it; of any other than uuid and the integers, every text without NUL is a value */
export function fits(type: string, text: string): boolean {
  if (type === 'uuid') return isUuid(text);
  const limit = limits[type];
  if (limit === undefined) return !text.includes('\0');
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const number = BigInt(text);
  return -limit <= number && number < limit;
}
