/** How a tenant of the CRM counts time and money, for the engine. */

import { Injectable } from '@nestjs/common';
import { type SettingsOfTenant, TenantDatabase, TenantSettings } from '../index.js';
import { UnknownTenantError } from './crm.errors.js';

interface TenantRow {
  readonly zone: string;
  readonly weekStart: SettingsOfTenant['weekStart'];
  readonly leapDay: SettingsOfTenant['leapDay'];
  readonly currency: string;
}

@Injectable()
export class CrmTenantSettings extends TenantSettings {
  constructor(private readonly database: TenantDatabase) {
    super();
  }

  /** @throws UnknownTenantError */
  override async of(tenant: string): Promise<SettingsOfTenant> {
    const [row] = await this.database.query<TenantRow[]>(
      tenant,
      `select time_zone as zone, week_start as "weekStart", leap_day as "leapDay", currency
       from crm.tenants where id::text = $1`,
      [tenant],
    );
    if (!row) throw new UnknownTenantError(tenant);
    return row;
  }
}
