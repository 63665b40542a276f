/** Checks bodies and queries against their DTO classes and says everything that is wrong, with paths. */

import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { problem } from '../rule-language/parse.js';
import { InvalidRequestError, MalformedTextError, type RequestProblem } from './access.errors.js';
import { isAsSent } from './as-sent.decorator.js';

@Injectable()
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (errors) => new InvalidRequestError(problemsOf(errors)),
    });
  }

  /** Bodies were checked as they were written; parts of the address come decoded, `%00` as the character it means. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'query' || metadata.type === 'param') demandNoNul(value, metadata.data ?? '');
    demandPlainKeys(value, metadata.metatype?.prototype);
    return super.transform(value, metadata);
  }

  /** Nest would remove keys such as `constructor` from a rule, and so make one of it that is understood. */
  protected override stripProtoKeys(): void {}
}

/** No text of the database can hold it. @throws MalformedTextError */
function demandNoNul(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new MalformedTextError([problem(path, 'text.nul')]);
  } else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) {
      demandNoNul(name, path);
      demandNoNul(part, pathOf(path, name));
    }
}

/**
 * Keys that every object has, such as `constructor`: class-transformer stumbles over them, and class-validator takes them
 * for known. Where a property stays as it was sent, they are its own business.
 * @throws InvalidRequestError
 */
function demandPlainKeys(value: unknown, prototype: object | undefined, path = ''): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (name in Object.prototype) throw new InvalidRequestError([unknownProperty(pathOf(path, name), name)]);
    if (!prototype || !isAsSent(prototype, name)) demandPlainKeys(part, undefined, pathOf(path, name));
  }
}

const unknownProperty = (path: string, name: string): RequestProblem => ({
  path,
  code: 'request.unknown-property',
  message: `property ${name} should not exist`,
});

export function problemsOf(errors: readonly ValidationError[], parent = ''): RequestProblem[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const path = pathOf(parent, property);
    const own = Object.entries(constraints ?? {}).map(([name, message]) => ({
      path,
      code: `request.${name === 'whitelistValidation' ? 'unknown-property' : kebab(name)}`,
      message,
    }));
    return [...own, ...problemsOf(children ?? [], path)];
  });
}

/** `rules[2].value`: class-validator calls the elements of a list by their number. */
const pathOf = (parent: string, property: string): string => {
  if (parent === '') return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
