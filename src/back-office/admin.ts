/** All that a host may import of the back office, by name: the package's `./admin`. */

export { BackOfficeModule } from './back-office.module.js';
export type { BackOfficeOptions } from './back-office.options.js';
export type { Label, PropertyDetails, RecordDeclaration } from './records/record-declaration.js';
