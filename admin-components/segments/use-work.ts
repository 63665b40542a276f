/** Something that a button starts: one at a time, with what it is doing, what came of it, or why it failed. */

import { useCallback, useState } from 'react';
import type { Problem } from '../api-types.js';
import { problemIn } from '../use-loaded.js';

export interface Work {
  readonly doing: string | undefined;
  readonly done: string | undefined;
  readonly problem: Problem | undefined;
  /** `work` may resolve to a sentence that says what came of it. */
  readonly run: (doing: string, work: () => Promise<unknown>) => Promise<void>;
}

interface State {
  readonly doing?: string;
  readonly done?: string;
  readonly problem?: Problem;
}

export function useWork(): Work {
  const [state, setState] = useState<State>({});
  const run = useCallback(async (doing: string, work: () => Promise<unknown>) => {
    setState({ doing });
    try {
      const done = await work();
      setState(typeof done === 'string' ? { done } : {});
    } catch (error) {
      setState({ problem: problemIn(error) });
    }
  }, []);
  return { doing: state.doing, done: state.done, problem: state.problem, run };
}
