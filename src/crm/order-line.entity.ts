/** One position of an order. It carries its contact as well, so that a contact's records can live together. */

import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Contact } from './contact.entity.js';
import { Order } from './order.entity.js';
import { CrmRecord } from './record.entity.js';

@Entity({ schema: 'crm', name: 'order_lines' })
export class OrderLine extends CrmRecord {
  @Column('bigint')
  contact_id!: string;

  @Column('bigint')
  order_id!: string;

  @Column('text', { nullable: true })
  sku!: string | null;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { nullable: true })
  department!: string | null;

  @Column('text', { nullable: true })
  brand!: string | null;

  @Column('numeric', { default: 1 })
  quantity!: string;

  @Column('numeric', { nullable: true })
  unit_price!: string | null;

  @Column('numeric', { default: 0 })
  discount!: string;

  @Column('numeric', { default: 0 })
  total!: string;

  @ManyToOne(
    () => Contact,
    (contact) => contact.order_lines,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'contact_id' })
  contact!: Relation<Contact>;

  @ManyToOne(
    () => Order,
    (order) => order.order_lines,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'order_id' })
  order!: Relation<Order>;
}
