/** The engine as a Nest module: binds the host's ports and mounts the features. */

import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { ModuleRef, RouterModule } from '@nestjs/core';
import { AuditModule } from './access/audit/audit.module.js';
import { AuditSecret } from './access/audit/person-hash.js';
import { Authenticator } from './access/authenticator.js';
import { IdempotencyRepository } from './access/idempotency/idempotency.repository.js';
import { IdempotencyRetention } from './access/idempotency/idempotency.retention.js';
import { StoredAnswers } from './access/idempotency/stored-answers.js';
import { PersonalDataHolder, PersonalDataHolders } from './access/personal-data.js';
import { TenantDatabase } from './access/tenant-database.js';
import { TenantSettings } from './access/tenant-settings.js';
import { ApiKeysModule } from './accounts/api-keys.module.js';
import { AudienceModule } from './audience/audience.module.js';
import { CatalogueAddressees } from './audience/catalogue-addressees.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { HostCatalogue } from './catalogue/catalogue.service.js';
import { CatalogueSubjects } from './catalogue/field-subjects.repository.js';
import { HostTables } from './command-line/roles.js';
import { ConsentSecret } from './consent/address-hash.js';
import { Addressees } from './consent/addressees.js';
import { ConsentModule } from './consent/consent.module.js';
import { ConsentData } from './consent/consent-data.js';
import { CustomFieldsModule } from './custom-fields/custom-fields.module.js';
import { FieldSubjects, FieldUsage } from './custom-fields/field-usage.js';
import { ValuesData } from './custom-fields/values-data.js';
import { ExportSettings } from './members/export/export-settings.js';
import { MembersModule } from './members/members.module.js';
import { MembershipData } from './members/membership-data.js';
import { StoredMembership } from './members/stored-membership.js';
import { PerformanceModule } from './performance/performance.module.js';
import { PersonalDataModule } from './personal-data/personal-data.module.js';
import { RefreshModule } from './refresh/refresh.module.js';
import {
  type ASYNC_OPTIONS_TYPE,
  ConfigurableModuleClass,
  MODULE_OPTIONS_TOKEN,
  type OPTIONS_TYPE,
  type Port,
  type SegmentationOptions,
} from './segmentation.options.js';
import { SegmentFieldUsage } from './segments/segment-field-usage.js';
import { SegmentMembership } from './segments/segment-membership.js';
import { SegmentUsage } from './segments/segment-usage.js';
import { SegmentsModule } from './segments/segments.module.js';
import { shippedTemplates } from './segments/templates/shipped/templates.js';
import { HostTemplates } from './segments/templates/templates.service.js';

const features = [
  ApiKeysModule,
  AuditModule,
  ConsentModule,
  CustomFieldsModule,
  CatalogueModule,
  SegmentsModule,
  MembersModule,
  PersonalDataModule,
  AudienceModule,
  RefreshModule,
  PerformanceModule,
];

/** Binds a port to what the options hold, or to a class of the host's that Nest makes. */
const bind = <Face>(provide: unknown, of: (options: SegmentationOptions) => Port<Face>) => ({
  provide: provide as Type<Face>,
  useFactory: (options: SegmentationOptions, modules: ModuleRef): Face | Promise<Face> => {
    const port = of(options);
    return typeof port === 'function' ? modules.create(port as Type<Face>) : port;
  },
  inject: [MODULE_OPTIONS_TOKEN, ModuleRef],
});

/** A host that does not say what it keeps erases that by itself. */
const nothingOfTheHost: PersonalDataHolder = {
  holds: 'records',
  show: async () => [],
  forget: async () => 0,
};

const ports = [
  bind<HostCatalogue>(HostCatalogue, ({ catalogue }) => ({ declaration: catalogue })),
  bind<TenantSettings>(TenantSettings, ({ tenants }) => tenants),
  bind<Authenticator>(Authenticator, ({ authenticator }) => authenticator),
  bind<AuditSecret>(AuditSecret, ({ consentSecret: secret }) => ({ secret })),
  bind<ConsentSecret>(ConsentSecret, ({ consentSecret: secret }) => ({ secret })),
  bind<SegmentUsage>(SegmentUsage, ({ usage }) => usage ?? { usesOf: async () => [] }),
  bind<HostTemplates>(HostTemplates, ({ templates = (shipped) => shipped }) => ({
    templates: templates(shippedTemplates),
  })),
  bind<PersonalDataHolder>(PersonalDataHolder, ({ personalData }) => personalData ?? nothingOfTheHost),
  {
    provide: PersonalDataHolders,
    useFactory: (...all: PersonalDataHolder[]): PersonalDataHolders => ({ all }),
    inject: [MembershipData, ValuesData, ConsentData, StoredAnswers, PersonalDataHolder],
  },
  { provide: Addressees, useClass: CatalogueAddressees },
  bind<HostTables>(HostTables, ({ tables = {} }) => tables),
  bind<ExportSettings>(ExportSettings, ({ exportLimit = 10_000 }) => ({ limit: exportLimit })),
  { provide: SegmentMembership, useClass: StoredMembership },
  { provide: FieldSubjects, useClass: CatalogueSubjects },
  { provide: FieldUsage, useClass: SegmentFieldUsage },
];

/**
 * Needs the host's `DataSource` (`TypeOrmModule.forRoot`), a database that the engine's `migrate` has been run over, and an
 * application created with `rawBody: true`. `prefix` goes before every route.
 */
@Global()
@Module({
  imports: features,
  providers: [TenantDatabase, IdempotencyRepository, IdempotencyRetention, StoredAnswers, ...ports],
  exports: [
    TenantDatabase,
    IdempotencyRepository,
    HostCatalogue,
    PersonalDataHolders,
    TenantSettings,
    Authenticator,
    AuditSecret,
    ConsentSecret,
    Addressees,
    ExportSettings,
    HostTables,
    SegmentUsage,
    HostTemplates,
    SegmentMembership,
    FieldSubjects,
    FieldUsage,
    ...features,
  ],
})
export class SegmentationModule extends ConfigurableModuleClass {
  static override forRoot(options: typeof OPTIONS_TYPE): DynamicModule {
    return withPrefix(super.forRoot(options), options.prefix);
  }

  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    return withPrefix(super.forRootAsync(options), options.prefix);
  }
}

const withPrefix = (module: DynamicModule, prefix = ''): DynamicModule => ({
  ...module,
  imports: [
    ...(module.imports ?? []),
    ...(prefix === '' ? [] : [RouterModule.register([{ path: prefix, children: features }])]),
  ],
});
