/** A person the CRM knows: a lead, a guest, a customer. */

import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Activity } from './activity.entity.js';
import { Budget } from './budget.entity.js';
import { Company } from './company.entity.js';
import { Order } from './order.entity.js';
import { OrderLine } from './order-line.entity.js';
import { PurchaseTimeline } from './purchase-timeline.entity.js';
import { CrmRecord } from './record.entity.js';
import { VehicleInterest } from './vehicle-interest.entity.js';

@Entity({ schema: 'crm', name: 'contacts' })
export class Contact extends CrmRecord {
  @Column('text', { nullable: true })
  first_name!: string | null;

  @Column('text', { nullable: true })
  last_name!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  /** E.164. */
  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { default: 'lead' })
  status!: string;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('numeric', { nullable: true })
  score!: string | null;

  @Column('text', { nullable: true })
  role!: string | null;

  @Column('bigint', { nullable: true })
  company_id!: string | null;

  /** ISO 3166-1 alpha-2. */
  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  postal_code!: string | null;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @Column('date', { nullable: true })
  birthday!: string | null;

  @Column('date', { nullable: true })
  anniversary!: string | null;

  /** ISO 639-1. */
  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { nullable: true })
  preferred_channel!: string | null;

  @Column('boolean', { default: false })
  vip!: boolean;

  @Column('boolean', { default: false })
  email_verified!: boolean;

  @Column('text', { array: true, default: [] })
  tags!: string[];

  @Column('text', { array: true, default: [] })
  dietary!: string[];

  /** The social networks on which she follows the tenant. */
  @Column('text', { array: true, default: [] })
  follows!: string[];

  @Column('text', { default: 'none' })
  loyalty_status!: string;

  @Column('text', { nullable: true })
  loyalty_tier!: string | null;

  @Column('integer', { default: 0 })
  loyalty_points!: number;

  @ManyToOne(
    () => Company,
    (company) => company.contacts,
    { nullable: true, onDelete: 'SET NULL' },
  )
  @JoinColumn({ name: 'company_id' })
  company!: Relation<Company> | null;

  @OneToMany(
    () => Order,
    (order) => order.contact,
  )
  orders!: Relation<Order>[];

  @OneToMany(
    () => OrderLine,
    (line) => line.contact,
  )
  order_lines!: Relation<OrderLine>[];

  @OneToMany(
    () => Activity,
    (activity) => activity.contact,
  )
  activities!: Relation<Activity>[];

  @OneToMany(
    () => VehicleInterest,
    (interest) => interest.contact,
  )
  vehicle_interests!: Relation<VehicleInterest>[];

  @OneToMany(
    () => Budget,
    (budget) => budget.contact,
  )
  budgets!: Relation<Budget>[];

  @OneToMany(
    () => PurchaseTimeline,
    (timeline) => timeline.contact,
  )
  purchase_timelines!: Relation<PurchaseTimeline>[];
}
