/** Something a contact bought, or booked to. */

import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Contact } from './contact.entity.js';
import { OrderLine } from './order-line.entity.js';
import { CrmRecord } from './record.entity.js';

@Entity({ schema: 'crm', name: 'orders' })
export class Order extends CrmRecord {
  @Column('bigint')
  contact_id!: string;

  @Column('timestamptz')
  placed_at!: Date;

  @Column('text', { default: 'pending' })
  status!: string;

  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('text', { nullable: true })
  location!: string | null;

  /** ISO 4217. */
  @Column('text', { default: 'EUR' })
  currency!: string;

  @Column('numeric', { default: 0 })
  total!: string;

  /** In the tenant's currency. */
  @Column('numeric', { default: 0 })
  total_base!: string;

  @Column('numeric', { default: 0 })
  discount!: string;

  @Column('text', { nullable: true })
  coupon_code!: string | null;

  @ManyToOne(
    () => Contact,
    (contact) => contact.orders,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'contact_id' })
  contact!: Relation<Contact>;

  @OneToMany(
    () => OrderLine,
    (line) => line.order,
  )
  order_lines!: Relation<OrderLine>[];
}
