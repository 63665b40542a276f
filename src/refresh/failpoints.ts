/** Named points at which tests hold work up or fail it; nothing happens there otherwise. */

export const failpoints = [
  /** A full run has reckoned its difference, and writes next. */
  'full.reckoned',
  /** A batch knows which segments are kept, and has taken no dirt yet. */
  'incremental.shared',
  /** A batch has taken its dirt, and looks at nobody yet. */
  'incremental.taken',
  /** A batch knows what has to change at a level, and has written nothing of it. */
  'incremental.evaluated',
  /** A batch has written everything, and commits next. */
  'incremental.written',
] as const;
export type Failpoint = (typeof failpoints)[number];

export abstract class Failpoints {
  /** Called when work gets there; it goes on when that resolves, and fails where it rejects. */
  abstract reach(point: Failpoint): Promise<void>;
}

/** As it is outside of tests. */
export class NoFailpoints extends Failpoints {
  override reach(): Promise<void> {
    return Promise.resolve();
  }
}
