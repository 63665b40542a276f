/** What a lead can and wants to pay, and how. */

import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Contact } from './contact.entity.js';
import { CrmRecord } from './record.entity.js';

@Entity({ schema: 'crm', name: 'budgets' })
export class Budget extends CrmRecord {
  @Column('bigint')
  contact_id!: string;

  @Column('numeric', { nullable: true })
  minimum!: string | null;

  @Column('numeric', { nullable: true })
  maximum!: string | null;

  @Column('numeric', { nullable: true })
  down_payment!: string | null;

  @Column('numeric', { nullable: true })
  monthly_payment!: string | null;

  @Column('text', { nullable: true })
  financing!: string | null;

  /** ISO 4217. */
  @Column('text', { nullable: true })
  currency!: string | null;

  @ManyToOne(
    () => Contact,
    (contact) => contact.budgets,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'contact_id' })
  contact!: Relation<Contact>;
}
