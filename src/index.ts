/** All that a host may import, by name. */

export type {
  CatalogueDeclaration,
  CollectionDeclaration,
  DerivedDeclaration,
  FieldDeclaration,
  FieldDetails,
  MetricDeclaration,
  PathDeclaration,
  RecordDeclaration,
} from './catalogue/declaration.js';
export {
  engineMigrations,
  type MigrationSet,
  type PendingMigration,
  type PostgresOptions,
  pendingMigrations,
  revertLastMigration,
  runMigrations,
} from './command-line/migrations.js';
export { DomainError } from './errors.js';
export type { Derivation, PlainClock, SqlClock } from './rule-language/derivation.js';
