/** A business that uses the CRM; every record belongs to one. */

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A named point, offered by radius conditions: the restaurant, the showroom. */
export interface Place {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

@Entity({ schema: 'crm', name: 'tenants' })
export class Tenant {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: 'restaurant' | 'car_dealer' | 'agency';

  /** IANA. */
  @Column('text', { default: 'Europe/Berlin' })
  time_zone!: string;

  @Column('text', { default: 'monday' })
  week_start!: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

  /** When 29 February is celebrated in other years. */
  @Column('text', { default: 'february_28' })
  leap_day!: 'february_28' | 'march_1';

  /** ISO 4217. */
  @Column('text', { default: 'EUR' })
  currency!: string;

  @Column('jsonb', { default: [] })
  places!: Place[];

  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  created_at!: Date;

  /** Kept by a trigger. */
  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  updated_at!: Date;
}
