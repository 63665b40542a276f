/**
 * The one way to tenants' rows: every statement over them runs in a transaction that is told whose they are, which
 * row-level security goes by, and that has a role of few rights. Both end with the transaction, so that a connection
 * goes back to the pool knowing no tenant.
 *
 * Whoever holds a connection gets no second one: where as many did that at a time as the pool has, each would wait for the
 * others for ever. So what is looked up elsewhere is looked up before a transaction begins, or in it, by `running`.
 */

import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { ForeignTransactionError, SecondConnectionError, TenantMissingError } from './access.errors.js';

/**
 * `request` sees one tenant. `evaluation` may only read, and sees all of them: rules bind the tenant in every leaf, and
 * row-level security would keep their indexes from them.
 */
export type TenantRole = 'request' | 'evaluation';

export interface Opening {
  /** `request`, if not given. */
  readonly as?: TenantRole;
  readonly isolation?: Parameters<QueryRunner['startTransaction']>[0];
  /** PostgreSQL's own settings, until the transaction ends. */
  readonly settings?: Settings;
}

export type Settings = Readonly<Record<string, string>>;

/** The database that whoever is running holds a connection to. */
const held = new AsyncLocalStorage<DataSource>();

@Injectable()
export class TenantDatabase {
  /** Whose each transaction is. */
  private readonly tenants = new WeakMap<EntityManager, string>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * One statement, in a transaction of its own or in the one that is running.
   * @throws TenantMissingError, ForeignTransactionError, SecondConnectionError
   */
  query<Answer>(
    tenant: string,
    sql: string,
    values: readonly unknown[] = [],
    running?: EntityManager,
  ): Promise<Answer> {
    return this.within(tenant, (manager) => manager.query<Answer>(sql, [...values]), { running });
  }

  /**
   * All that `work` does happens, or nothing; in the transaction that is running, if there is one.
   * @throws TenantMissingError, ForeignTransactionError, SecondConnectionError
   */
  async within<Result>(
    tenant: string,
    work: (manager: EntityManager) => Promise<Result>,
    { running, ...opening }: Opening & { readonly running?: EntityManager | undefined } = {},
  ): Promise<Result> {
    if (running) {
      if (this.tenants.get(running) !== tenant) throw new ForeignTransactionError();
      return work(running);
    }
    const whole = async (runner: QueryRunner): Promise<Result> => {
      const result = await work(runner.manager);
      await runner.commitTransaction();
      await this.close(runner);
      return result;
    };
    return this.open(tenant, whole, opening);
  }

  /**
   * For whoever reads on and on: a transaction that outlasts `begin`, until it is committed and closed. Where `begin` fails,
   * it is closed.
   * @throws TenantMissingError, SecondConnectionError
   */
  async open<Result>(
    tenant: string,
    begin: (runner: QueryRunner) => Promise<Result>,
    { as = 'request', isolation, settings }: Opening = {},
  ): Promise<Result> {
    if (!tenant) throw new TenantMissingError();
    if (held.getStore() === this.dataSource) throw new SecondConnectionError();
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction(isolation);
      await this.become(runner, as, { 'segmentation.tenant': tenant, ...settings });
      this.tenants.set(runner.manager, tenant);
      return await held.run(this.dataSource, () => begin(runner));
    } catch (error) {
      await this.close(runner);
      throw error;
    }
  }

  /** Goes on in another role. One that was not provided in this database stays away: `doctor` says so. */
  async become(runner: QueryRunner, role: TenantRole, settings: Settings = {}): Promise<void> {
    const entries = Object.entries(settings);
    const more = entries.map((_, index) => `, set_config($${2 * index + 2}, $${2 * index + 3}, true)`);
    await runner.query(`select set_config('role', ${roleIfProvided}, true)${more.join('')}`, [
      `segmentation_${role}`,
      ...entries.flat(),
    ]);
  }

  /** Never fails: a connection that is lost has rolled back, and a cancellation that comes late hits only once. */
  async close(runner: QueryRunner): Promise<void> {
    for (let attempt = 1; attempt <= 2 && runner.isTransactionActive && !runner.isReleased; attempt++)
      await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}

/** Whether the database user may take a role, whatever role it has now; an expression of SQL, as `role` is. */
export const mayTake = (role: string): string => `pg_has_role(session_user, to_regrole(${role}),
  case when current_setting('server_version_num')::integer < 160000 then 'member' else 'set' end)`;

/** Roles are the server's, their rights each database's: one is provided where it has the right to the schema. */
const roleIfProvided = `case
  when has_schema_privilege(to_regrole($1), to_regnamespace('segmentation'), 'usage') and ${mayTake('$1')}
  then $1 else current_setting('role') end`;
