/** Commands as a user gives them, in an application that is there; what they print is caught. */

import { jest } from '@jest/globals';
import { Command } from 'commander';
import { registerCommands } from '../../src/command-line/cli.js';
import { registerCrmCommands } from '../../src/crm/commands.js';
import type { TestApplication } from './application.js';

export interface Ended {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** The engine's commands and the CRM's, over the application's database. */
export function programOver(app: TestApplication): Command {
  const connection = { get: app.nest.get.bind(app.nest), close: async () => undefined };
  const connect = async () => connection as never;
  const program = new Command();
  registerCommands(program, { connect, defaultTenant: async () => '1' });
  registerCrmCommands(program, connect);
  return program;
}

export async function runCommand(app: TestApplication, ...args: string[]): Promise<Ended> {
  const printed = { out: '', err: '' };
  const catching = (to: 'out' | 'err') => (text: unknown) => {
    printed[to] += `${text}\n`;
  };
  const [log, error] = [
    jest.spyOn(console, 'log').mockImplementation(catching('out')),
    jest.spyOn(console, 'error').mockImplementation(catching('err')),
  ];
  const program = programOver(app)
    .exitOverride()
    .configureOutput({
      writeErr: (text) => {
        printed.err += text;
      },
    });
  for (const command of program.commands.flatMap((command) => [command, ...command.commands]))
    command.exitOverride().copyInheritedSettings(program);
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await program.parseAsync(args, { from: 'user' });
    return { ...printed, exitCode: Number(process.exitCode) };
  } catch (failure) {
    if ((failure as { code?: string }).code?.startsWith('commander.')) return { ...printed, exitCode: 1 };
    throw failure;
  } finally {
    process.exitCode = before;
    log.mockRestore();
    error.mockRestore();
  }
}
