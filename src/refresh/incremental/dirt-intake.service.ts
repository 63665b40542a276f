/** What a batch takes: dirt of so many subjects, unless there is so much that reading everyone anew is cheaper. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { Crossover } from './crossover.service.js';
import { DirtRepository, type Taken } from './dirt.repository.js';
import type { Shared } from './kept-segments.service.js';

@Injectable()
export class DirtIntake {
  constructor(
    private readonly dirt: DirtRepository,
    private readonly crossover: Crossover,
  ) {}

  /** Nobody, where nobody waits; and nobody to look at, where full runs are asked for instead. */
  async take(manager: EntityManager, target: Target, { free, busy }: Shared, limit: number): Promise<Taken> {
    // Everything would only be put back.
    if (free.length === 0 && busy.length > 0) return nobody;
    const waiting = await this.dirt.waiting(manager, target, busy, limit + 1);
    if (waiting.length === 0) return nobody;
    if (waiting.length > limit) {
      const subjects = await this.crossover.cross(manager, target);
      if (subjects !== undefined) return { ...nobody, subjects };
    }
    return this.dirt.take(manager, target, waiting.slice(0, limit));
  }

  /** What nobody can look at now in segments that others are at, for later. */
  putBack(manager: EntityManager, target: Target, taken: Taken, { busy }: Shared): Promise<void> {
    return this.dirt.putBack(manager, target, taken, busy);
  }

  /** Whether there is dirt that could be taken. */
  async isLeft(manager: EntityManager, target: Target, { busy }: Shared): Promise<boolean> {
    return (await this.dirt.waiting(manager, target, busy, 1)).length > 0;
  }
}

const nobody: Taken = { subjects: 0, whole: [], pairs: new Map() };
