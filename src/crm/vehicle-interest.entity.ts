/** A kind of vehicle that a lead is interested in. */

import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Contact } from './contact.entity.js';
import { CrmRecord } from './record.entity.js';

@Entity({ schema: 'crm', name: 'vehicle_interests' })
export class VehicleInterest extends CrmRecord {
  @Column('bigint')
  contact_id!: string;

  @Column('text', { nullable: true })
  make!: string | null;

  @Column('text', { nullable: true })
  model!: string | null;

  @Column('integer', { nullable: true })
  year!: number | null;

  @Column('text', { nullable: true })
  body_type!: string | null;

  @Column('text', { nullable: true })
  new_or_used!: string | null;

  @Column('text', { nullable: true })
  level!: string | null;

  @ManyToOne(
    () => Contact,
    (contact) => contact.vehicle_interests,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'contact_id' })
  contact!: Relation<Contact>;
}
