/** An organisation that contacts work for. */

import { Column, Entity, OneToMany, type Relation } from 'typeorm';
import { Contact } from './contact.entity.js';
import { CrmRecord } from './record.entity.js';

@Entity({ schema: 'crm', name: 'companies' })
export class Company extends CrmRecord {
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  industry!: string | null;

  @Column('integer', { nullable: true })
  employees!: number | null;

  @Column('text', { nullable: true })
  size_band!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('numeric', { nullable: true })
  annual_revenue!: string | null;

  @Column('text', { nullable: true })
  contract_status!: string | null;

  @Column('text', { array: true, default: [] })
  tags!: string[];

  @OneToMany(
    () => Contact,
    (contact) => contact.company,
  )
  contacts!: Relation<Contact>[];
}
