/** What all records of the CRM have. Properties bear their columns' names: one name from SQL to rules to CSV headers. */

import { Column, PrimaryGeneratedColumn } from 'typeorm';

export abstract class CrmRecord {
  @Column('integer')
  tenant_id!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** What other systems call it, and imports match on. */
  @Column('text', { default: () => 'gen_random_uuid()::text' })
  external_id!: string;

  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  created_at!: Date;

  /** Kept by a trigger. */
  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  updated_at!: Date;
}
