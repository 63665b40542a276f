/** The engine as a host runs it, without a server in front: segments are made and refreshed through its own services. */

import { type Abstract, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { crmCatalogue } from '../../../src/crm/catalogue.js';
import { crmEntities } from '../../../src/crm/entities.js';
import { crmTables } from '../../../src/crm/host-tables.js';
import { CrmTenantSettings } from '../../../src/crm/tenant-settings.js';
import {
  type Actor,
  buildVocabulary,
  FullRefresh,
  provision,
  SegmentationModule,
  Segments,
} from '../../../src/index.js';
import { asOf, bigTenant } from '../world/size.js';

/** What a refresh did, and how long it took on the clock of whoever asked for it. */
export interface Refreshed {
  readonly milliseconds: number;
  readonly members: number;
  readonly joined: number;
}

export interface RefreshApplication {
  /** A service of the engine. */
  get<Service>(service: Type<Service> | Abstract<Service>): Service;
  /** Whoever asks. */
  readonly actor: Actor;
  segment(rule: unknown): Promise<string>;
  refresh(segment: string): Promise<Refreshed>;
  remove(segment: string): Promise<void>;
  end(): Promise<void>;
}

const actor: Actor = { id: 'bench', name: 'Bench', tenant: bigTenant, permissions: new Set() };

export async function openRefreshApplication(url: string): Promise<RefreshApplication> {
  const host = await NestFactory.createApplicationContext(hostOver(url), { logger: ['error'] });
  const dataSource = host.get(DataSource);
  const vocabulary = buildVocabulary(crmCatalogue, dataSource);
  await provision({ type: 'postgres', url }, vocabulary, crmTables(dataSource));
  const [segments, refreshes] = [host.get(Segments), host.get(FullRefresh)];
  return {
    get: (service) => host.get(service),
    actor,
    segment: async (rules) =>
      (await segments.create(actor, { name: 'Benchmark', subject: 'contact', rules, schedule: 'manual' })).id,
    refresh: (segment) => refreshed(refreshes, segment),
    remove: (segment) => segments.delete(actor, segment),
    end: () => host.close(),
  };
}

function hostOver(url: string) {
  @Module({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url, entities: [...crmEntities] }),
      SegmentationModule.forRoot({
        catalogue: crmCatalogue,
        tenants: CrmTenantSettings,
        authenticator: { authenticate: async () => undefined },
        exportLimit: 10_000_000,
      }),
    ],
  })
  class Host {}
  return Host;
}

async function refreshed(refreshes: FullRefresh, segment: string): Promise<Refreshed> {
  const start = performance.now();
  const { done } = await refreshes.start(actor, segment, asOf);
  const run = await done;
  const milliseconds = performance.now() - start;
  if (run.status !== 'succeeded') throw new Error(`The refresh ${run.status}: ${run.error_message}`);
  return { milliseconds, members: run.member_count ?? 0, joined: run.joined ?? 0 };
}
