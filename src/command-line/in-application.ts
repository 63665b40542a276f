/** Runs a command in the application: who acts, what is printed, and how it ends where it cannot be. */

import type { INestApplicationContext } from '@nestjs/common';
import { type Actor, permissions } from '../access/actor.js';
import { DomainError } from '../errors.js';
import type { LanguageCode } from '../rule-language/to-words.js';
import { RuleInvalidError } from '../segments/segments.errors.js';

/**
 * What a command runs in: the application without its web server, closed when the command ends. `asItIs`: over the
 * database as it is found, to be examined, without bringing anything up to date.
 */
export interface CommandLine {
  connect(options?: { readonly asItIs: boolean }): Promise<INestApplicationContext>;
  /** Whose segments, if the command does not say. */
  defaultTenant(): Promise<string>;
}

/** May do everything, in the tenant that is named, else in the first. */
export async function actorOf(
  line: CommandLine,
  { tenant, language }: { readonly tenant?: string; readonly language?: LanguageCode },
): Promise<Actor> {
  const name = 'command line';
  return {
    id: name,
    name,
    tenant: tenant ?? (await line.defaultTenant()),
    permissions: new Set(permissions),
    ...(language && { language }),
  };
}

/** Runs in the application; what was refused is said in a sentence, and every problem with its path. */
export async function within(
  line: CommandLine,
  work: (app: INestApplicationContext) => Promise<void>,
  options = { asItIs: false },
): Promise<void> {
  const app = await line.connect(options);
  try {
    await work(app);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(`${error.code}: ${error.message}`);
    if (error instanceof RuleInvalidError)
      for (const { path, code, message } of error.problems)
        console.error(`  ${path || '(root)'} ${code}: ${message}`);
    process.exitCode = 1;
  } finally {
    await app.close();
  }
}

export const print = (value: unknown): void => console.log(JSON.stringify(value, null, 2));
