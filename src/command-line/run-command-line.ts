/** The whole command line of a host: its application without the web server, and the engine's commands over it. */

import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command } from 'commander';
import { DatabaseUnavailableError, isLostDatabase } from '../access/lost-database.js';
import { DomainError } from '../errors.js';
import { TenantUnnamedError } from './command-line.errors.js';
import { registerCommands } from './commands.js';
import { registerMigrate } from './migrate-command.js';

export interface CommandLineOptions {
  /** Whose segments, where a command does not say with `--tenant`. */
  readonly tenant?: string;
}

/**
 * Runs the command that the process was started with, over the module that imports `SegmentationModule`. What goes wrong is
 * said on standard error, and `process.exitCode` is then 1.
 */
export async function runCommandLine(module: Type, { tenant }: CommandLineOptions = {}): Promise<void> {
  const program = new Command().description('Segments, over this application and its database');
  const line = {
    connect: () =>
      NestFactory.createApplicationContext(module, { abortOnError: false, logger: ['error', 'warn'] }),
    defaultTenant: async () => {
      if (tenant === undefined) throw new TenantUnnamedError();
      return tenant;
    },
  };
  registerMigrate(program, line);
  registerCommands(program, line);
  try {
    await program.parseAsync();
  } catch (error) {
    const failure = isLostDatabase(error) ? new DatabaseUnavailableError({ cause: error }) : error;
    console.error(failure instanceof DomainError ? `${failure.code}: ${failure.message}` : failure);
    process.exitCode = 1;
  }
}
