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
export { DomainError } from './errors.js';
export type { Derivation, PlainClock, SqlClock } from './rule-language/derivation.js';
