/** A host's application with the back office in it, on a database of its own, as the tests visit it. */

import { readFile } from 'node:fs/promises';
import { type INestApplication, Module, type ModuleMetadata } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { ProblemFilter } from '../../src/access/problem.filter.js';
import { AccountsModule } from '../../src/accounts/accounts.module.js';
import type { PersonOptions } from '../../src/accounts/accounts.options.js';
import { BackOfficeModule } from '../../src/back-office/back-office.module.js';
import type { BackOfficeOptions } from '../../src/back-office/back-office.options.js';
import type { TestDatabase } from './database.js';

const sessions = 'migrations/engine/0002_sessions.up.sql';

export const person: PersonOptions = {
  email: 'admin@example.com',
  password: 'a long enough password',
  name: 'Ada Admin',
  tenant: '1',
};

export interface BackOfficeSetUp extends BackOfficeOptions {
  readonly database: TestDatabase;
  readonly entities?: DataSourceOptions['entities'];
  readonly people?: readonly PersonOptions[];
  readonly controllers?: NonNullable<ModuleMetadata['controllers']>;
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
  /** What the host does with its application before it starts. */
  readonly prepare?: (application: INestApplication) => void;
}

export async function startBackOffice(setUp: BackOfficeSetUp): Promise<INestApplication> {
  const {
    database,
    entities = [],
    people = [person],
    controllers = [],
    imports = [],
    prepare,
    ...options
  } = setUp;
  @Module({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url: database.url, entities }),
      AccountsModule.forRoot({ sessionSecret: '0123456789abcdef'.repeat(2), production: true, people }),
      BackOfficeModule.forRoot(options),
      ...imports,
    ],
    controllers,
    providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
  })
  class Host {}
  await database.pool.query('CREATE SCHEMA IF NOT EXISTS segmentation');
  const { rows } = await database.pool.query<{ there: string | null }>(
    `SELECT to_regclass('segmentation.session') AS there`,
  );
  if (!rows[0]?.there) await database.pool.query(await readFile(sessions, 'utf8'));
  const testing = await Test.createTestingModule({ imports: [Host] }).compile();
  const application = testing.createNestApplication({ logger: false });
  prepare?.(application);
  await application.listen(0, '127.0.0.1');
  return application;
}
