/** The demo application: the reference CRM with its segments, as a host would put them together. */

import { type DynamicModule, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BackOfficeModule } from '../back-office/back-office.module.js';
import { crmCatalogue } from '../crm/catalogue.js';
import { crmEntities } from '../crm/entities.js';
import { crmTables } from '../crm/host-tables.js';
import { CrmPersonalData } from '../crm/personal-data.js';
import { crmRecords } from '../crm/records.js';
import { CrmTenantSettings } from '../crm/tenant-settings.js';
import { AccountAuthenticator, AccountsModule, type KeyOptions, SegmentationModule } from '../index.js';
import type { Environment } from './environment.js';
import { HealthController } from './health.controller.js';
import { connectionTo } from './prepare.js';
import type { Secrets } from './secrets.js';

export interface DemoOptions {
  readonly url: string;
  readonly environment: Environment;
  readonly secrets: Secrets;
  /** In which the administrator and the API key act. */
  readonly tenant: string;
  /** Keys beside it, of other tenants or with fewer permissions. */
  readonly moreKeys?: readonly KeyOptions[];
  /** Connections at most; 10 if not given. */
  readonly poolSize?: number;
}

@Module({})
export class DemoModule {
  static with(options: DemoOptions): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        TypeOrmModule.forRoot({
          ...connectionTo(options.url),
          entities: [...crmEntities],
          poolSize: options.poolSize ?? 10,
        }),
        AccountsModule.forRoot(accounts(options)),
        SegmentationModule.forRootAsync({
          prefix: 'api',
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => ({
            catalogue: crmCatalogue,
            tenants: CrmTenantSettings,
            authenticator: AccountAuthenticator,
            personalData: CrmPersonalData,
            tables: crmTables(dataSource),
            consentSecret: options.secrets.consentSecret,
          }),
        }),
        BackOfficeModule.forRoot({ records: [...crmRecords] }),
        TerminusModule.forRoot({ errorLogStyle: 'json', logger: false }),
      ],
      controllers: [HealthController],
    };
  }
}

const accounts = ({ environment, secrets, tenant, moreKeys = [] }: DemoOptions) => ({
  sessionSecret: secrets.sessionSecret,
  production: process.env.NODE_ENV === 'production',
  people: [{ name: 'Administrator', email: environment.adminEmail, password: secrets.adminPassword, tenant }],
  keys: [{ name: 'API key', key: secrets.apiKey, tenant }, ...moreKeys],
});
