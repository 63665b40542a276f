/** `keys create|list|revoke`: the API keys of a tenant. */

import { type Command, Option } from 'commander';
import { type Permission, permissions } from '../access/actor.js';
import { ApiKeys } from '../accounts/api-keys.service.js';
import { actorOf, type CommandLine, print, within } from './in-application.js';

interface Options {
  readonly tenant?: string;
  readonly scope: readonly Permission[];
  readonly expires?: string;
}

export function registerKeys(program: Command, line: CommandLine): void {
  const keys = program.command('keys').description('API keys: create, list and revoke them');
  ofTenant(keys, 'create <name>', 'make a key; it is printed this once')
    .addOption(scope)
    .option('--expires <instant>', 'until when it is good, such as 2030-01-01T00:00:00Z; for ever if absent')
    .action((name: string, options: Options) =>
      within(line, async (app) => {
        const { scope: scopes, expires = null } = options;
        const asked = { name, scopes, expires_at: expires };
        print(await app.get(ApiKeys).create(await actorOf(line, options), asked));
      }),
    );
  ofTenant(keys, 'list', 'the newest 500, with when they were used last').action((options: Options) =>
    within(line, async (app) =>
      print(await app.get(ApiKeys).list(await actorOf(line, options), 500, undefined)),
    ),
  );
  ofTenant(keys, 'revoke <id>', 'let nobody in with it from now on').action((id: string, options: Options) =>
    within(line, async (app) => app.get(ApiKeys).revoke(await actorOf(line, options), id)),
  );
}

const ofTenant = (keys: Command, name: string, description: string): Command =>
  keys
    .command(name)
    .description(description)
    .option('--tenant <id>', 'whose keys, where not the usual tenant’s');

const scope = new Option('--scope <permission...>', 'what it may do')
  .choices(permissions)
  .makeOptionMandatory();
