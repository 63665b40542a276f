/** Tells a database that cannot be reached from every other failure. */

import { DomainError } from '../errors.js';

export class DatabaseUnavailableError extends DomainError {
  readonly code = 'database.unavailable';
  override readonly status = 503;

  constructor(options?: ErrorOptions) {
    super('The database cannot be reached right now: try again in a moment.', options);
  }
}

/** Of PostgreSQL while it stops, starts or has no connection to spare, and of the network. */
const codes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What pg and TypeORM say without a code. */
const sentences =
  /^Connection terminated|not queryable|timeout exceeded when trying to connect|^Driver not Connected|^Connection is not established|^Query runner already released/i;

/** Whether this error came of a lost or missing connection. */
export function isLostDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const source = sourceOf(error);
  if (!isOfDatabase(error, source)) return false;
  return codes.has(codeOf(source)) || sentences.test(source.message);
}

/** A statement's failure carries the driver's own; a connection's is the driver's or the network's. */
const sourceOf = (error: Error): Error =>
  'driverError' in error && error.driverError instanceof Error ? error.driverError : error;

/** A missing file has a code of the network's too. */
const isOfDatabase = (error: Error, source: Error): boolean =>
  source !== error ||
  !('syscall' in source) ||
  /^(connect|read|write|getaddrinfo)$/.test(String(source.syscall));

/** The driver's code, also of several addresses that all refused. */
const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');
