/** A signal that fires when the caller goes away before the answer is sent. */

import type { Response } from 'express';

export function untilClosed(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
