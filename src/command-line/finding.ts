/** What an examination of the database found, a sentence each. */

export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What to do about it; empty where nothing is wrong. */
  readonly advice: string;
}

export const found = (ok: boolean, what: string, advice: string): Finding => ({
  ok,
  what,
  advice: ok ? '' : advice,
});
