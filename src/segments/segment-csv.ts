/** The list of segments as CSV, for spreadsheets: a line each, cells that no program takes for a formula. */

import { pipeline, Readable } from 'node:stream';
import { type Options, stringify } from 'csv-stringify';
import type { SegmentView } from './segment.view.js';

const columns = [
  'id',
  'name',
  'description',
  'category',
  'tags',
  'folder',
  'owner',
  'subject',
  'type',
  'status',
  'health',
  'words',
  'schedule',
  'member_count',
  'last_calculated_at',
  'last_updated_at',
  'times_used',
  'last_used_at',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'version',
] as const satisfies readonly (keyof SegmentView)[];

const options: Options = {
  header: true,
  columns: [...columns],
  record_delimiter: 'windows',
  escape_formulas: true,
  cast: {
    date: (value) => value.toISOString(),
    object: (value) => (Array.isArray(value) ? value.join(', ') : ''),
  },
};

/** What goes wrong with the segments goes wrong with the lines. */
export const csvOf = (segments: AsyncIterable<readonly SegmentView[]>): Readable =>
  pipeline(Readable.from(eachOf(segments)), stringify(options), () => undefined);

async function* eachOf(batches: AsyncIterable<readonly SegmentView[]>): AsyncGenerator<SegmentView> {
  for await (const batch of batches) yield* batch;
}
