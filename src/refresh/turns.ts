/** Lets so much work go on at a time, in the order in which it came; what waits holds nothing. */

export class Turns {
  private readonly waiting: (() => void)[] = [];
  /** The last work of each kind that has not ended. */
  private readonly latest = new Map<string, Promise<unknown>>();

  constructor(private free: number) {}

  /** Work of one kind is done one after the other, and takes up no turn while it waits for its like. */
  take<Result>(kind: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.latest.get(kind) ?? Promise.resolve();
    const begin = () => this.next(work);
    const done = before.then(begin, begin);
    this.latest.set(kind, done);
    const forget = () => {
      if (this.latest.get(kind) === done) this.latest.delete(kind);
    };
    done.then(forget, forget);
    return done;
  }

  private async next<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
