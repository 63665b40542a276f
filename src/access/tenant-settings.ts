/** The port by which a host says how a tenant counts time and money. */

import type { Weekday } from '../rule-language/rule.js';

export interface SettingsOfTenant {
  /** IANA, such as `Europe/Berlin`. */
  readonly zone: string;
  readonly weekStart: Weekday;
  /** When 29 February is celebrated in other years. */
  readonly leapDay: 'february_28' | 'march_1';
  /** ISO 4217, where the tenant has one. */
  readonly currency?: string;
}

export abstract class TenantSettings {
  abstract of(tenant: string): Promise<SettingsOfTenant>;
}
