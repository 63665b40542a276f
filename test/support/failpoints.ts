/** Holds work up at a failpoint, or fails it there. */

import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Failpoint, Failpoints } from '../../src/refresh/failpoints.js';

export interface Held {
  /** Resolves when work has got there. */
  readonly reached: Promise<void>;
  letGo(): void;
}

interface App {
  readonly nest: NestExpressApplication;
}

const nothing = () => Promise.resolve();

/** The first that gets there waits until it is let go; those after it pass. */
export function holdAt({ nest }: App, point: Failpoint): Held {
  const points = nest.get(Failpoints, { strict: false });
  let arrive = (): void => undefined;
  let letGo = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const release = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let taken = false;
  points.reach = async (at) => {
    if (at !== point || taken) return;
    taken = true;
    arrive();
    await release;
  };
  return { reached, letGo };
}

/** Work fails there so many times, with this error. */
export function failAt({ nest }: App, point: Failpoint, error: Error, times = 1): void {
  const points = nest.get(Failpoints, { strict: false });
  let left = times;
  points.reach = async (at) => {
    if (at !== point || left === 0) return;
    left -= 1;
    throw error;
  };
}

export function clearFailpoints({ nest }: App): void {
  nest.get(Failpoints, { strict: false }).reach = nothing;
}
