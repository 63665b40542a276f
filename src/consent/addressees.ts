/** The port through which consent learns of the people it is about: it knows neither the catalogue nor its tables. */

import type { EntityManager } from 'typeorm';
import type { Person } from '../access/personal-data.js';
import type { Channel } from './channels.js';
import type { SubjectKind } from './consents.sql.js';

export interface Addressee {
  readonly kind: SubjectKind;
  readonly id: string;
  /** By the channels that the kind has; null where this one has no address. */
  readonly addresses: Readonly<Partial<Record<Channel, string | null>>>;
}

export abstract class Addressees {
  /** Undefined for an id that the tenant has nobody by. @throws UnknownSubjectError */
  abstract find(tenant: string, subject: string, id: string): Promise<Addressee | undefined>;

  /**
   * For erasure: also whose record is deleted softly, since it still has their addresses. Undefined where it is gone.
   * @param running a transaction of the person's tenant
   */
  abstract of(person: Person, running?: EntityManager): Promise<Addressee | undefined>;
}
