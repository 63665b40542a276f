/** `migrate`: brings the database to what the engine needs, or says what it would do. */

import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.service.js';
import { type CommandLine, within } from './in-application.js';
import type { PostgresOptions } from './own-connection.js';
import { provision, provisionPlan } from './provision.js';
import { HostTables } from './roles.js';

/** Adds migrate. Of a host's own tables it knows nothing. */
export function registerMigrate(program: Command, line: CommandLine): void {
  program
    .command('migrate')
    .description('bring the engine’s tables and roles up to date')
    .option('--plan', 'print the SQL and change nothing')
    .action(({ plan }: { readonly plan?: true }) =>
      within(
        line,
        async (app) => {
          if (plan) console.log(await provisionPlan(...needsOf(app)));
          else console.log(sentenceOf(await provision(...needsOf(app))));
        },
        { asItIs: true },
      ),
    );
}

const needsOf = (app: INestApplicationContext) =>
  [
    app.get(DataSource).options as PostgresOptions,
    app.get(Catalogue).hostVocabulary(),
    app.get(HostTables),
  ] as const;

const sentenceOf = (applied: readonly string[]): string =>
  `${applied.length > 0 ? `Migrated: ${applied.join(', ')}.` : 'No migration was pending.'} \`doctor\` says whether anything is still missing.`;
