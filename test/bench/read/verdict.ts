/** Whether the product keeps up, and the tables that say so. */

import type { Measured } from './measure.js';

/** Shorter than this, milliseconds are compared by difference. */
const short = 10;
const allowed = { ratio: 1.2, difference: 2 };

export const keepsUp = ({ product, rival }: Measured): boolean =>
  rival < short ? product - rival <= allowed.difference : product / rival <= allowed.ratio;

function compared({ product, rival }: Measured): string {
  if (rival >= short) return (product / rival).toFixed(2);
  const difference = product - rival;
  return `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(2)} ms`;
}

const milliseconds = (time: number): string => (time < 100 ? time.toFixed(2) : time.toFixed(0));

/** One table a shape, in Markdown. */
export function tables(all: readonly Measured[]): string {
  const shapes = [...new Set(all.map(({ shape }) => shape))];
  return shapes
    .map((shape) =>
      table(
        shape,
        all.filter((one) => one.shape === shape),
      ),
    )
    .join('\n\n');
}

function table(shape: string, rows: readonly Measured[]): string {
  const head = `### ${shape}\n\n| rule | rows | product ms | opponent ms | opponent | ratio | verdict |\n| --- | ---: | ---: | ---: | --- | ---: | --- |`;
  const lines = rows.map((row) => {
    const { name, rows: count, product, rival, how } = row;
    const times = `${milliseconds(product)} | ${milliseconds(rival)}`;
    return `| ${name} | ${count} | ${times} | ${how} | ${compared(row)} | ${keepsUp(row) ? 'ok' : '**slow**'} |`;
  });
  return [head, ...lines].join('\n');
}
