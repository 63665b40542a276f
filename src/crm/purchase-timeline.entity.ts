/** By when a lead means to buy. */

import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Contact } from './contact.entity.js';
import { CrmRecord } from './record.entity.js';

@Entity({ schema: 'crm', name: 'purchase_timelines' })
export class PurchaseTimeline extends CrmRecord {
  @Column('bigint')
  contact_id!: string;

  @Column('text', { nullable: true })
  horizon!: string | null;

  @Column('text', { nullable: true })
  urgency!: string | null;

  @Column('date', { nullable: true })
  target_date!: string | null;

  @ManyToOne(
    () => Contact,
    (contact) => contact.purchase_timelines,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'contact_id' })
  contact!: Relation<Contact>;
}
