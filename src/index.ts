/** All that a host may import, by name. */

export { DomainError } from './errors.js';
