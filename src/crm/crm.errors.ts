/** What the CRM refuses. */

import { DomainError } from '../index.js';

export class UnknownTenantError extends DomainError {
  override readonly code = 'tenant.unknown';
  override readonly status = 404;

  constructor(tenant: string) {
    super(`There is no tenant ${tenant}.`);
  }
}
