/** Examples for the documentation, made of what the schemas say. */

import { STATUS_CODES } from 'node:http';

/** As much of a schema as answers are described with. */
interface Described {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** A value that the schema allows. @param name of the property it is for */
export function exampleOf(schema: object, name = ''): unknown {
  const { example, type, properties = {}, items, ...said } = schema as Described;
  if (example !== undefined) return example;
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(properties).map(([key, property]) => [key, exampleOf(property, key)]),
    );
  if (type === 'array') return items ? [exampleOf(items, name)] : [];
  return said.enum ? said.enum[0] : plainExample(type, said, name);
}

const texts: Readonly<Record<string, string>> = {
  uuid: '01890a5d-ac96-774b-bcce-b302099a8057',
  'date-time': '2026-03-01T12:00:00Z',
  date: '2026-03-01',
};

/** Texts that people write are better shown than named. */
const textsByName: Readonly<Record<string, string>> = {
  name: 'Guests in Germany',
  words: 'Everyone whose country is Germany',
  member_id: '42',
  external_id: 'guest-42',
  display: 'Ada Example',
  subject: 'contact',
};

function plainExample(type: string | undefined, { format, minimum = 0 }: Described, name: string): unknown {
  if (type === 'integer') return Math.max(minimum, 12);
  if (type === 'number') return Math.max(minimum, 0.25);
  if (type === 'boolean') return false;
  return texts[format ?? ''] ?? textsByName[name] ?? name;
}

/** One for each code, by its name. */
export const problemExamples = (status: number, codes: readonly string[]) =>
  Object.fromEntries(
    codes.map((code) => [
      code,
      {
        value: {
          type: 'about:blank',
          title: STATUS_CODES[status] ?? 'Error',
          status,
          detail: 'A sentence that says what happened and what to do about it.',
          code,
        },
      },
    ]),
  );
