/** Something a contact did, or that was done with her, at an instant. */

import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Contact } from './contact.entity.js';
import { CrmRecord } from './record.entity.js';

@Entity({ schema: 'crm', name: 'activities' })
export class Activity extends CrmRecord {
  @Column('bigint')
  contact_id!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz')
  occurred_at!: Date;

  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('numeric', { nullable: true })
  rating!: string | null;

  @Column('numeric', { nullable: true })
  value!: string | null;

  @Column('jsonb', { default: {} })
  properties!: Record<string, unknown>;

  @ManyToOne(
    () => Contact,
    (contact) => contact.activities,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'contact_id' })
  contact!: Relation<Contact>;
}
