/** Who matches the rule as it stands: asked a moment after the last keystroke, and taken back by the next one. */

import { useEffect, useState } from 'react';
import { api } from '../api-client.js';
import type { Preview, Problem } from '../api-types.js';
import { problemIn } from '../use-loaded.js';
import { readRule } from './starter-rule.js';

export interface LivePreview {
  /** Also while the next one is under way: it is shown faded until then. */
  readonly preview: Preview | undefined;
  readonly problem: Problem | undefined;
  readonly isCounting: boolean;
}

/** Typing pauses are longer than this only when somebody thinks. */
const pause = 350;

export function usePreview(subject: string, ruleText: string): LivePreview {
  const [state, setState] = useState<LivePreview>({
    preview: undefined,
    problem: undefined,
    isCounting: false,
  });

  useEffect(() => {
    if (subject === '' || readRule(ruleText).state !== 'json') {
      setState({ preview: undefined, problem: undefined, isCounting: false });
      return;
    }
    const controller = new AbortController();
    setState(({ preview }) => ({ preview, problem: undefined, isCounting: true }));
    const timer = setTimeout(() => {
      api.preview(subject, ruleText, controller.signal).then(
        (preview) => setState({ preview, problem: undefined, isCounting: false }),
        (error: unknown) => {
          if (controller.signal.aborted) return;
          setState({ preview: undefined, problem: problemIn(error), isCounting: false });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      // The server stops counting as well.
      controller.abort();
    };
  }, [subject, ruleText]);

  return state;
}
