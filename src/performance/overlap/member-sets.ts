/**
 * The members of segments as bitsets, kept in memory: people are numbered as they are met, one numbering for each kind of
 * subject of a tenant. A set is good for the version of the members that it was read at, which the database says anew
 * each time it is used, so that every replica answers what is stored; and so much is kept and no more.
 */

import { Injectable } from '@nestjs/common';
import type { Subject } from '../../rule-language/field.js';
import { TooManyMembersError } from '../performance.errors.js';
import { BitsetBuilder } from './bitset.js';

/** Of whom sets are: one numbering. */
export interface Population {
  readonly tenant: string;
  readonly subject: Subject;
}

/** Whose members, and which version of them. */
export interface MembersAt {
  readonly segment_id: string;
  readonly members_version: string;
}

/** The ids of a segment's members, some at a time. */
export type ReadMembers = (segment: string) => AsyncIterable<readonly string[]>;

interface MemberSet {
  readonly version: string;
  readonly bits: Uint32Array;
}

interface Numbered {
  readonly numbers: Map<string, number>;
  /** By segment; the one that was used longest ago first. */
  readonly sets: Map<string, MemberSet>;
}

/** Milliseconds after which a numbering is begun anew: it still has those who left every segment, and who were erased. */
const lifetime = 60 * 60_000;

@Injectable()
export class MemberSets {
  /** Different members that are numbered at a time, over all tenants: about 100 bytes each. */
  mostMembers = 3_000_000;
  /** Sets that are kept of one kind of subject of a tenant: an eighth of a byte for each member numbered. */
  mostSets = 200;

  /** The one that was used longest ago first. */
  private readonly kept = new Map<string, Numbered>();

  /**
   * One set for each segment, all of one numbering.
   * @param read in the snapshot that the versions are from
   * @throws TooManyMembersError
   */
  async of(
    population: Population,
    segments: readonly MembersAt[],
    read: ReadMembers,
  ): Promise<Uint32Array[]> {
    const key = JSON.stringify([population.tenant, population.subject.name]);
    const known = this.kept.get(key);
    // One that is full may be full of people who have left: then it is begun anew.
    const sets =
      (known && (await this.all(known, segments, read))) ?? (await this.all(this.begin(key), segments, read));
    if (!sets) throw new TooManyMembersError(this.mostMembers);
    this.forgetOthers(key);
    return sets;
  }

  /** Undefined where there are too many members to number. */
  private async all(
    numbered: Numbered,
    segments: readonly MembersAt[],
    read: ReadMembers,
  ): Promise<Uint32Array[] | undefined> {
    const all: Uint32Array[] = [];
    for (const segment of segments) {
      const bits = await this.set(numbered, segment, read);
      if (!bits) return undefined;
      all.push(bits);
    }
    return all;
  }

  private async set(
    { numbers, sets }: Numbered,
    { segment_id, members_version: version }: MembersAt,
    read: ReadMembers,
  ): Promise<Uint32Array | undefined> {
    const known = sets.get(segment_id);
    const bits = known?.version === version ? known.bits : await this.collect(numbers, read(segment_id));
    if (!bits) return undefined;
    sets.delete(segment_id);
    sets.set(segment_id, { version, bits });
    const [oldest] = sets.keys();
    if (sets.size > this.mostSets && oldest !== undefined) sets.delete(oldest);
    return bits;
  }

  private async collect(
    numbers: Map<string, number>,
    batches: AsyncIterable<readonly string[]>,
  ): Promise<Uint32Array | undefined> {
    const set = new BitsetBuilder();
    for await (const ids of batches)
      for (const id of ids) {
        const known = numbers.get(id);
        if (known === undefined && numbers.size >= this.mostMembers) return undefined;
        if (known === undefined) numbers.set(id, numbers.size);
        set.add(known ?? numbers.size - 1);
      }
    return set.done();
  }

  private begin(key: string): Numbered {
    const begun: Numbered = { numbers: new Map(), sets: new Map() };
    this.kept.set(key, begun);
    const forget = (): void => {
      if (this.kept.get(key) === begun) this.kept.delete(key);
    };
    setTimeout(forget, lifetime).unref();
    return begun;
  }

  /** What was used longest ago goes until all that is kept is within bounds; what was just used stays. */
  private forgetOthers(used: string): void {
    const numbered = this.kept.get(used);
    if (!numbered) return;
    this.kept.delete(used);
    this.kept.set(used, numbered);
    let members = 0;
    for (const { numbers } of this.kept.values()) members += numbers.size;
    for (const [key, { numbers }] of this.kept) {
      if (members <= this.mostMembers || key === used) return;
      this.kept.delete(key);
      members -= numbers.size;
    }
  }
}
