/** The host of the README's guide as it was before: a shop's entities, which know nothing of segments. */

import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';

@Entity('shops')
export class Shop {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { unique: true }) token_hash!: string;
}

@Entity('branches')
export class Branch {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') shop_id!: string;
  @Column('text') city!: string;
}

@Entity('customers')
export class Customer {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') shop_id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) internal_note!: string | null;
  @ManyToOne(() => Branch)
  @JoinColumn({ name: 'branch_id' })
  branch!: Relation<Branch>;
  @OneToMany(
    () => Purchase,
    (purchase) => purchase.customer,
  )
  purchases!: Relation<Purchase[]>;
}

@Entity('purchases')
export class Purchase {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') shop_id!: string;
  @ManyToOne(
    () => Customer,
    (customer) => customer.purchases,
  )
  @JoinColumn({ name: 'customer_id' })
  customer!: Relation<Customer>;
  @Column('timestamptz') bought_at!: Date;
  @Column('numeric') amount!: string;
}
