/** Fills the CRM with a believable sample of any size, the same for the same seed and reference instant. */

import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { DomainError } from '../../index.js';
import { makeBusinessContact } from './agency.js';
import { Calendar } from './calendar.js';
import { makeDriver } from './car-dealer.js';
import { type Client, makeClient } from './clients.js';
import { giveConsents } from './consents.js';
import { Random } from './random.js';
import { makeGuest } from './restaurant.js';
import type { SampleContact } from './rows.js';
import { SampleRepository } from './sample.repository.js';
import { enterTenant, hasContacts, provideTenants, type TenantKind, type TenantOfKind } from './tenants.js';

export interface SampleRequest {
  /** In all three tenants together. */
  readonly contacts: number;
  /** Another number, another sample. */
  readonly seed?: number;
  /** The sample ends here, but for tables booked ahead; now if not given. */
  readonly asOf?: Date;
  /** IANA, of tenants that are made; Europe/Berlin if not given. */
  readonly zone?: string;
  /** Also when there are contacts already. */
  readonly add?: boolean;
  readonly onProgress?: (contacts: number) => void;
}

export class SampleRefusedError extends DomainError {
  override readonly code = 'sample.contacts-exist';

  constructor() {
    super('The CRM has contacts already, so no sample was added: seed an empty database, or say --add.');
  }
}

/** Contacts that are made and written at a time. */
const portion = 500;

/** In one transaction: all of the sample is there, or nothing. */
export async function seedSample(dataSource: DataSource, request: SampleRequest): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const client: ClientBase = await runner.connect();
    await runner.startTransaction();
    await refuseSecond(runner.manager, request);
    let done = 0;
    for (const tenant of await provideTenants(client, request.zone ?? 'Europe/Berlin')) {
      await enterTenant(runner.manager, tenant.id);
      for await (const count of seedTenant(client, tenant, request)) {
        done += count;
        request.onProgress?.(done);
      }
    }
    await runner.commitTransaction();
    await client.query('analyze crm.companies, crm.contacts, crm.orders, crm.order_lines, crm.activities');
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** The lock makes a second seeding wait until it can see the first one's contacts. */
async function refuseSecond(manager: EntityManager, { add }: SampleRequest): Promise<void> {
  await manager.query("select pg_advisory_xact_lock(hashtextextended('crm sample', 0))");
  if (!add && (await hasContacts(manager))) throw new SampleRefusedError();
}

const prefixes: Record<TenantKind, string> = {
  restaurant: 'guest-',
  car_dealer: 'driver-',
  agency: 'client-',
};

/** Says after each portion how many contacts were written. */
async function* seedTenant(
  client: ClientBase,
  { id, kind, time_zone }: TenantOfKind,
  { contacts, seed = 1, asOf = new Date() }: SampleRequest,
): AsyncGenerator<number> {
  const count = shareOf(kind, contacts);
  const calendar = new Calendar(asOf, time_zone);
  const repository = new SampleRepository(client, id);
  const first = (await repository.countContacts(prefixes[kind])) + 1;
  const clients = kind === 'agency' ? clientsFor(count, seed, calendar, first) : [];
  const companies = await repository.writeCompanies(clients.map(({ row }) => row));
  for (let from = 0; from < count; from += portion) {
    const numbers = Array.from(
      { length: Math.min(portion, count - from) },
      (_none, index) => first + from + index,
    );
    const made = numbers.map((number) =>
      makers[kind](new Random(seed, kind, number), calendar, `${prefixes[kind]}${number}`, clients),
    );
    await repository.writeContacts(made, companies);
    if (from === 0) await repository.analyzeParents();
    yield made.length;
  }
  await giveConsents(client, id);
}

type Maker = (
  random: Random,
  calendar: Calendar,
  externalId: string,
  clients: readonly Client[],
) => SampleContact;

const makers: Record<TenantKind, Maker> = {
  restaurant: makeGuest,
  car_dealer: makeDriver,
  agency: (random, calendar, externalId, clients) => {
    // Some companies are known through many people, most through one or two.
    const company = Math.floor(clients.length * random.next() ** 1.5);
    const client = clients[company];
    if (!client) throw new Error('An agency has a client before it knows somebody there.');
    return { ...makeBusinessContact(random, calendar, externalId, client), company };
  },
};

/** Three guests in five, a driver in four, and the rest the agency's. */
function shareOf(kind: TenantKind, contacts: number): number {
  const [drivers, clients] = [Math.floor(contacts * 0.25), Math.floor(contacts * 0.15)];
  return { restaurant: contacts - drivers - clients, car_dealer: drivers, agency: clients }[kind];
}

/** One company for about three contacts. */
const clientsFor = (contacts: number, seed: number, calendar: Calendar, first: number): Client[] =>
  Array.from({ length: Math.ceil(contacts / 3) }, (_none, index) =>
    makeClient(new Random(seed, 'company', first + index), calendar, `company-${first + index}`),
  );
