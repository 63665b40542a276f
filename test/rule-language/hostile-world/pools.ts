/** The values that break things: one pool for each way of storing, missing in all its forms included. */

export * from './pools/json.js';
export * from './pools/numbers.js';
export * from './pools/texts.js';
export * from './pools/times.js';
