/** Loads something when it is first needed, and again on request; what has become obsolete is aborted. */

import { useCallback, useEffect, useState } from 'react';
import { ApiError } from './api-client.js';
import type { Problem } from './api-types.js';

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  readonly reload: () => void;
  readonly replace: (value: T) => void;
}

/** `load` must be stable (`useCallback`): another one loads anew. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ value?: T; problem?: Problem }>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads again with the same function.
  useEffect(() => {
    const controller = new AbortController();
    setState(({ value }) => (value === undefined ? {} : { value }));
    load(controller.signal).then(
      (value) => setState({ value }),
      (error: unknown) => {
        if (!controller.signal.aborted) setState({ problem: problemIn(error) });
      },
    );
    return () => controller.abort();
  }, [load, attempt]);

  const reload = useCallback(() => setAttempt((number) => number + 1), []);
  const replace = useCallback((value: T) => setState({ value }), []);
  return { value: state.value, problem: state.problem, reload, replace };
}

/** Whatever is no refusal of the server's is a fault of ours: the console has it, and the person can go on. */
export function problemIn(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  console.error(error);
  return { status: 0, code: 'unknown', title: '', detail: '' };
}
