/** Turns: so much work at a time, and of one kind one after the other, without keeping others waiting. */

import { expect, test } from '@jest/globals';
import { Turns } from '../../../src/refresh/turns.js';

/** Work that goes on until it is let go. */
function pending() {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { work: () => done, finish };
}

test('work of one kind that waits for its like leaves the turns to others', async () => {
  const turns = new Turns(2);
  const slow = pending();
  const first = turns.take('slow', slow.work);
  const second = turns.take('slow', slow.work);
  const third = turns.take('slow', slow.work);
  await expect(turns.take('other', () => Promise.resolve('done'))).resolves.toBe('done');
  slow.finish();
  await Promise.all([first, second, third]);
});

test('work of one kind is done in the order in which it came', async () => {
  const turns = new Turns(3);
  const order: number[] = [];
  await Promise.all([1, 2, 3, 4].map((n) => turns.take('one', async () => void order.push(n))));
  expect(order).toEqual([1, 2, 3, 4]);
});

test('no more goes on at a time than there are turns', async () => {
  const turns = new Turns(2);
  let now = 0;
  let most = 0;
  const work = async () => {
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
  };
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((kind) => turns.take(kind, work)));
  expect(most).toBe(2);
});

test('work that fails hands its turn on', async () => {
  const turns = new Turns(1);
  const failed = turns.take('one', () => Promise.reject(new Error('no')));
  const next = turns.take('one', () => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
