/** Logistic regression with a ridge penalty, by Newton's method: the same weights for the same data, on every machine. */

import { setImmediate } from 'node:timers/promises';

export interface Fitted {
  readonly intercept: number;
  /** One for each feature. */
  readonly weights: readonly number[];
}

/** Rows of as many features each, and which of them are of the class that is looked for. */
export interface Examples {
  readonly rows: readonly Float64Array[];
  readonly isPositive: readonly boolean[];
}

/** Newton's method doubles its digits each time: it is there after six or so. */
const mostSteps = 30;
const closeEnough = 1e-8;
const mostHalvings = 20;

/**
 * The weights with the least sum of log-losses and of half the squared weights times `penalty`, which the intercept is
 * spared. Lets others have their turn after each step: ten thousand rows of a hundred features take a tenth of a second.
 */
export async function fitted({ rows, isPositive }: Examples, penalty: number): Promise<Fitted> {
  // The intercept is the weight of a feature that is 1 of everyone.
  const examples = { rows: rows.map((row) => Float64Array.of(1, ...row)), isPositive };
  let weights = new Float64Array((rows[0]?.length ?? 0) + 1);
  let loss = lossOf(examples, weights, penalty);
  for (let step = 0; step < mostSteps; step++) {
    const direction = newtonStep(examples, weights, penalty);
    let length = 1;
    let next = moved(weights, direction, length);
    let nextLoss = lossOf(examples, next, penalty);
    for (let halving = 0; nextLoss > loss && halving < mostHalvings; halving++) {
      length /= 2;
      next = moved(weights, direction, length);
      nextLoss = lossOf(examples, next, penalty);
    }
    weights = next;
    loss = nextLoss;
    if (length * Math.max(...direction.map(Math.abs)) < closeEnough) break;
    await setImmediate();
  }
  const [intercept = 0, ...others] = weights;
  return { intercept, weights: others };
}

export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

const moved = (weights: Float64Array, direction: Float64Array, length: number): Float64Array<ArrayBuffer> =>
  Float64Array.from(weights, (weight, place) => weight - length * (direction[place] ?? 0));

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < row.length; place++) sum += (row[place] ?? 0) * (weights[place] ?? 0);
  return sum;
}

/** −log of the probability of a class, without overflow. */
const logLoss = (z: number): number => Math.max(0, -z) + Math.log1p(Math.exp(-Math.abs(z)));

function lossOf({ rows, isPositive }: Examples, weights: Float64Array, penalty: number): number {
  let loss = 0;
  for (const [place, row] of rows.entries()) {
    const z = dot(row, weights);
    loss += logLoss(isPositive[place] ? z : -z);
  }
  for (const weight of weights.subarray(1)) loss += (penalty / 2) * weight * weight;
  return loss;
}

/** The gradient, divided by the matrix of second derivatives. */
function newtonStep({ rows, isPositive }: Examples, weights: Float64Array, penalty: number): Float64Array {
  const size = weights.length;
  const gradient = Float64Array.from(weights, (weight, place) => (place === 0 ? 0 : penalty * weight));
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (const [place, row] of rows.entries()) {
    const probability = logistic(dot(row, weights));
    const wrong = probability - (isPositive[place] ? 1 : 0);
    addProducts(curvature, row, probability * (1 - probability));
    for (let at = 0; at < size; at++) gradient[at] = (gradient[at] ?? 0) + wrong * (row[at] ?? 0);
  }
  for (const [at, line] of curvature.entries()) line[at] = (line[at] ?? 0) + (at === 0 ? 1e-9 : penalty);
  return solved(curvature, gradient);
}

/** Adds a row times itself, below the diagonal; most values of a row are 0. */
function addProducts(matrix: readonly Float64Array[], row: Float64Array, factor: number): void {
  for (let at = 0; at < row.length; at++) {
    const value = factor * (row[at] ?? 0);
    const line = matrix[at];
    if (value === 0 || !line) continue;
    for (let other = 0; other <= at; other++) line[other] = (line[other] ?? 0) + value * (row[other] ?? 0);
  }
}

/** Of a symmetric, positive matrix, whose lower half is given, by Cholesky's decomposition: in its place. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const at = (line: number, column: number): number => matrix[line]?.[column] ?? 0;
  for (const [line, values] of matrix.entries())
    for (let column = 0; column <= line; column++) {
      let rest = at(line, column);
      for (let before = 0; before < column; before++) rest -= at(line, before) * at(column, before);
      values[column] = line === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  const solution = Float64Array.from(right);
  const known = (place: number): number => solution[place] ?? 0;
  for (let line = 0; line < solution.length; line++) {
    for (let before = 0; before < line; before++)
      solution[line] = known(line) - at(line, before) * known(before);
    solution[line] = known(line) / at(line, line);
  }
  for (let line = solution.length - 1; line >= 0; line--) {
    for (let after = line + 1; after < solution.length; after++)
      solution[line] = known(line) - at(after, line) * known(after);
    solution[line] = known(line) / at(line, line);
  }
  return solution;
}
