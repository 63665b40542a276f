/** Which status may follow which. */

import type { SegmentRow, SegmentStatus } from './segment.entity.js';
import { SegmentStatusError } from './segments.errors.js';

/** What each change of status is called, and from which it may be made. */
const steps = {
  pause: { from: ['active'], wanted: 'be paused' },
  deactivate: { from: ['active', 'paused'], wanted: 'be made inactive' },
  resume: { from: ['paused', 'inactive'], wanted: 'be resumed' },
  archive: { from: ['active', 'paused', 'inactive'], wanted: 'be archived' },
  restore: { from: ['archived'], wanted: 'be restored' },
} as const satisfies Record<string, { readonly from: readonly SegmentStatus[]; readonly wanted: string }>;
export type LifeStep = keyof typeof steps;

/** The segment one step on. @throws SegmentStatusError */
export function afterStep(segment: SegmentRow, step: LifeStep): SegmentRow {
  demandStatus(segment, steps[step].from, steps[step].wanted);
  const { status } = segment;
  switch (step) {
    case 'pause':
      return { ...segment, status: 'paused' };
    case 'deactivate':
      return { ...segment, status: 'inactive' };
    case 'resume':
      return { ...segment, status: 'active' };
    case 'archive':
      return { ...segment, status: 'archived', status_before: status === 'archived' ? null : status };
    case 'restore':
      return { ...segment, status: segment.status_before ?? 'active', status_before: null };
  }
}

/** @param wanted what is asked for, such as `be edited` @throws SegmentStatusError */
export function demandStatus(
  { name, status }: Pick<SegmentRow, 'name' | 'status'>,
  allowed: readonly SegmentStatus[],
  wanted: string,
): void {
  if (!allowed.includes(status)) throw new SegmentStatusError(name, status, wanted);
}

/** Everything but an archived one may be edited. @throws SegmentStatusError */
export const demandEditable = (segment: Pick<SegmentRow, 'name' | 'status'>, wanted: string): void =>
  demandStatus(segment, ['active', 'paused', 'inactive'], wanted);
