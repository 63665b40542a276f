/** A host's entities with everything that TypeORM can say of columns and relations, for the tests of the catalogue. */

import {
  Column,
  DeleteDateColumn,
  Entity,
  EntitySchema,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';

@Entity({ schema: 'shop', name: 'buyers' })
export class Buyer {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('integer', { name: 'tenantNo' }) tenantNo!: number;
  @Column('text', { name: 'firstName' }) firstName!: string;
  @Column('varchar', { length: 10, nullable: true }) code!: string;
  @Column({ type: 'enum', enum: ['new', 'regular'], default: 'new' }) rank!: string;
  @Column('enum', { enum: ['a', 'b', 'c'], array: true, default: [] }) grades!: string[];
  @Column('text', { array: true, default: [] }) likes!: string[];
  @Column('varchar', { array: true, default: [] }) aliases!: string[];
  @Column('uuid', { nullable: true }) badge!: string;
  @Column('numeric', { precision: 10, scale: 2, default: 0 }) credit!: string;
  @Column('double precision', { default: 0 }) weight!: number;
  @Column('boolean', { default: false }) vip!: boolean;
  @Column('date', { nullable: true }) born!: string;
  @Column('timestamptz', { default: () => 'now()' }) since!: Date;
  @Column('timestamp', { nullable: true }) seen!: Date;
  @Column('jsonb', { default: {} }) extras!: object;
  @Column('bytea', { nullable: true }) photo!: Buffer;
  @Column('text', { nullable: true, select: false }) password!: string;
  @Column('text', { nullable: true, select: false }) nick!: string;
  @DeleteDateColumn({ name: 'goneAt', type: 'timestamptz' }) goneAt!: Date;
  @ManyToOne(
    () => Firm,
    (firm) => firm.buyers,
  )
  @JoinColumn({ name: 'firmId' })
  firm!: Relation<Firm>;
  @ManyToOne(
    () => Buyer,
    (buyer) => buyer.brought,
  )
  @JoinColumn({ name: 'broughtById' })
  broughtBy!: Relation<Buyer>;
  @OneToMany(
    () => Buyer,
    (buyer) => buyer.broughtBy,
  )
  brought!: Relation<Buyer[]>;
  @OneToOne(
    () => Card,
    (card) => card.buyer,
  )
  card!: Relation<Card>;
  @OneToMany(
    () => Sale,
    (sale) => sale.buyer,
  )
  sales!: Relation<Sale[]>;
  @ManyToMany(
    () => Club,
    (club) => club.buyers,
  )
  @JoinTable({ name: 'buyer_clubs', schema: 'shop' })
  clubs!: Relation<Club[]>;
}

@Entity({ schema: 'shop', name: 'firms' })
export class Firm {
  @PrimaryGeneratedColumn() id!: number;
  @Column('integer', { name: 'tenantNo' }) tenantNo!: number;
  @Column('text') name!: string;
  @OneToMany(
    () => Buyer,
    (buyer) => buyer.firm,
  )
  buyers!: Relation<Buyer[]>;
}

@Entity({ schema: 'shop', name: 'cards' })
export class Card {
  @PrimaryColumn('varchar', { length: 20 }) number!: string;
  @Column('smallint', { default: 0 }) points!: number;
  @OneToOne(
    () => Buyer,
    (buyer) => buyer.card,
  )
  @JoinColumn({ name: 'buyerId' })
  buyer!: Relation<Buyer>;
}

@Entity({ schema: 'shop', name: 'sales' })
export class Sale {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' }) id!: string;
  @Column('timestamptz', { name: 'soldAt' }) soldAt!: Date;
  @Column('numeric') total!: string;
  @Column('boolean', { default: false }) void!: boolean;
  @ManyToOne(
    () => Buyer,
    (buyer) => buyer.sales,
  )
  @JoinColumn({ name: 'buyerId' })
  buyer!: Relation<Buyer>;
  @OneToMany(
    () => Line,
    (line) => line.sale,
  )
  lines!: Relation<Line[]>;
}

@Entity({ schema: 'shop', name: 'lines' })
export class Line {
  @PrimaryGeneratedColumn() id!: number;
  @Column('text') article!: string;
  @ManyToOne(
    () => Sale,
    (sale) => sale.lines,
  )
  @JoinColumn({ name: 'saleId' })
  sale!: Relation<Sale>;
}

@Entity({ schema: 'shop', name: 'clubs' })
export class Club {
  @PrimaryColumn('text') key!: string;
  @Column('integer', { default: 0 }) size!: number;
  @DeleteDateColumn({ name: 'closedAt', type: 'timestamptz' }) closedAt!: Date;
  @ManyToMany(
    () => Buyer,
    (buyer) => buyer.clubs,
  )
  buyers!: Relation<Buyer[]>;
}

/** Described without classes. */
export const Country = new EntitySchema<{ code: string; name: string; cities: unknown }>({
  name: 'Country',
  schema: 'shop',
  tableName: 'countries',
  columns: { code: { type: 'text', primary: true }, name: { type: 'text' } },
  relations: { cities: { type: 'one-to-many', target: 'City', inverseSide: 'country' } },
});
export const City = new EntitySchema<{ id: number; country: unknown }>({
  name: 'City',
  schema: 'shop',
  tableName: 'cities',
  columns: { id: { type: 'integer', primary: true } },
  relations: {
    country: {
      type: 'many-to-one',
      target: 'Country',
      joinColumn: { name: 'country_code' },
      inverseSide: 'cities',
    },
  },
});

/** No key of a type that is possible. */
@Entity({ schema: 'shop', name: 'oddities' })
export class Oddity {
  @PrimaryColumn('date') day!: string;
}

export const shopEntities = [Buyer, Firm, Card, Sale, Line, Club, Country, City, Oddity];
