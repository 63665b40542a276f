/** `npm run cli`: the engine's and the CRM's commands, over the demo's database. */

import { type Environment, readEnvironment } from './environment.js';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Command } from 'commander';
import { registerCommands } from '../command-line/cli.js';
import { registerCrmCommands } from '../crm/commands.js';
import { crmMigrations } from '../crm/migrations.js';
import { DomainError, engineMigrations, writeSchemaDump } from '../index.js';
import { openDatabase, startFailure } from './database.js';
import { DemoModule } from './demo.module.js';
import { connectionTo, firstTenant, migrate, migrationPlan } from './prepare.js';
import { provideSecrets, showOnce } from './secrets.js';

await main().catch((error: unknown) => {
  const failure = startFailure(error);
  console.error(failure instanceof DomainError ? `${failure.code}: ${failure.message}` : failure);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment, () => undefined);
  try {
    await programFor(environment, database.url).parseAsync();
  } finally {
    await database.stop();
  }
}

function programFor(environment: Environment, url: string): Command {
  const program = new Command('nest-segments').description('Segments over the reference CRM');
  registerMigrate(program, url);
  const connect = (options?: { readonly asItIs: boolean }) => applicationFor(environment, url, options);
  registerCommands(program, { connect, defaultTenant: () => firstTenant(url) });
  registerCrmCommands(program, connect);
  return program;
}

function registerMigrate(program: Command, url: string): void {
  program
    .command('migrate')
    .description('bring both schemas up to date, and a ledger for each kind of subject')
    .option('--plan', 'print the SQL and change nothing')
    .option('--dump', 'write the schemas down beside their migrations')
    .action(async ({ plan, dump }: { plan?: boolean; dump?: boolean }) => {
      if (plan) console.log(await migrationPlan(url));
      else if (dump)
        for (const set of [engineMigrations, crmMigrations])
          console.log(await writeSchemaDump(connectionTo(url), set));
      else await migrate(url, console.error);
    });
}

/** Without the web server; over a database brought up to date, unless it is wanted as it is. */
async function applicationFor(environment: Environment, url: string, { asItIs } = { asItIs: false }) {
  if (!asItIs) await migrate(url, console.error);
  const secrets = await provideSecrets(process.env, environment.dataDir);
  const options = { url, environment, secrets, tenant: await firstTenant(url) };
  showOnce(environment, secrets);
  return NestFactory.createApplicationContext(DemoModule.with(options), {
    abortOnError: false,
    logger: ['error', 'warn'],
  });
}
