/** The root module in a host: `forRoot` and `forRootAsync`, ports as objects and as classes of the host's, its own tables. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { examine } from '../../src/command-line/doctor.js';
import {
  Authenticator,
  buildVocabulary,
  type CatalogueDeclaration,
  type Credential,
  type HostTables,
  permissions,
  provision,
  SegmentationModule,
  type SettingsOfTenant,
  TenantSettings,
} from '../../src/index.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { Branch, Customer, Purchase, Shop } from './shop/entities.js';
import { fillShop, openShop } from './shop/shop-database.js';

const tenant = { column: 'shop_id', type: 'uuid' } as const;
const catalogue: CatalogueDeclaration = {
  subjects: { customer: { entity: Customer, tenant, display: 'name' } },
  records: { branch: { entity: Branch, tenant }, purchase: { entity: Purchase, tenant } },
};
const tables: HostTables = { read: ['shops'], changed: ['customers'] };

let database: TestDatabase;
let shop: DataSource;
let shopId: string;

beforeAll(async () => {
  database = await createDatabase();
  shop = await openShop(database.url);
  shopId = await fillShop(shop);
  await provision({ type: 'postgres', url: database.url }, buildVocabulary(catalogue, shop));
});
afterAll(async () => {
  await shop.destroy();
  await database.drop();
});

/** A service of the host's, which its ports ask. */
@Injectable()
class Shops {
  callerOf = async (): Promise<Credential> => {
    const actor = { id: 'clerk', name: 'Clerk', tenant: shopId, permissions: new Set(permissions) };
    return { actor, ambient: false };
  };
}

@Module({ providers: [Shops], exports: [Shops] })
class ShopsModule {}

@Injectable()
class ShopCallers extends Authenticator {
  constructor(private readonly shops: Shops) {
    super();
  }

  override authenticate(): Promise<Credential> {
    return this.shops.callerOf();
  }
}

const settings: SettingsOfTenant = { zone: 'UTC', weekStart: 'monday', leapDay: 'march_1' };

@Injectable()
class ShopSettings extends TenantSettings {
  override of = async (): Promise<SettingsOfTenant> => settings;
}

type Imported = NonNullable<ModuleMetadata['imports']>[number];

const ways: readonly (readonly [string, () => Imported])[] = [
  [
    'forRoot, with objects',
    () =>
      SegmentationModule.forRoot({
        prefix: 'inner',
        catalogue,
        tenants: { of: async () => settings },
        authenticator: { authenticate: () => new Shops().callerOf() },
      }),
  ],
  [
    'forRootAsync, with objects made of what it injects',
    () =>
      SegmentationModule.forRootAsync({
        prefix: 'inner',
        imports: [ShopsModule],
        inject: [Shops],
        useFactory: (shops: Shops) => ({
          catalogue,
          tenants: new ShopSettings(),
          authenticator: new ShopCallers(shops),
        }),
      }),
  ],
  [
    'forRootAsync, with classes that inject what it imports',
    () =>
      SegmentationModule.forRootAsync({
        prefix: 'inner',
        imports: [ShopsModule],
        useFactory: async () => ({ catalogue, tenants: ShopSettings, authenticator: ShopCallers }),
      }),
  ],
];

describe('the root module', () => {
  it.each(ways)('answers by %s', async (_, segmentation) => {
    @Module({
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: database.url,
          entities: [Branch, Customer, Purchase, Shop],
        }),
        segmentation(),
      ],
    })
    class Host {}
    const app = await NestFactory.create<NestExpressApplication>(Host, {
      rawBody: true,
      logger: false,
      abortOnError: false,
    });
    try {
      await app.listen(0, '127.0.0.1');
      const { body } = await request(await app.getUrl())
        .post('/inner/segments/preview')
        .send({
          subject: 'customer',
          rules: { field: 'branch.city', operator: 'equals', value: 'Berlin' },
        })
        .expect(200);
      expect(body.count).toBe(2);
    } finally {
      await app.close();
    }
  });
});

describe('tables that a host names', () => {
  const missing = async (): Promise<string> => {
    const findings = await examine(shop, buildVocabulary(catalogue, shop), tables);
    return findings.flatMap(({ ok, advice }) => (ok ? [] : [advice])).join('\n');
  };

  it('are missed by the doctor until they are provided', async () => {
    expect(await missing()).toMatch(
      /Have somebody who may run: [\s\S]*grant select on shops to segmentation_request/,
    );
    await provision({ type: 'postgres', url: database.url }, buildVocabulary(catalogue, shop), tables);
    expect(await missing()).toBe('');
  });
});
