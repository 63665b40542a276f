/** All that a host may import of the command line, by name: the package's `./cli`. */

export { registerCommands } from './commands.js';
export type { CommandLine } from './in-application.js';
export { registerMigrate } from './migrate-command.js';
export { type CommandLineOptions, runCommandLine } from './run-command-line.js';
