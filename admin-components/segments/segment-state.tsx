/** Small signs of a segment's state: how fresh its members are, and whether it works. */

import type { Segment } from '../api-types.js';
import { daysAgo } from '../texts/formats.js';
import { useTexts } from '../texts/use-texts.js';

/** Nothing is said of a segment of people chosen by hand that was never calculated: it need not be. */
export function Freshness({ segment }: { readonly segment: Pick<Segment, 'last_calculated_at' | 'type'> }) {
  const { t, f } = useTexts();
  const instant = segment.last_calculated_at;
  if (instant === null) return segment.type === 'static' ? null : t.neverCalculated;
  const days = daysAgo(instant);
  const text =
    days === 0
      ? t.asOf(f.time(instant))
      : days === 1
        ? t.asOfYesterday(f.time(instant))
        : t.asOf(f.day(instant));
  return (
    <time dateTime={instant} title={f.moment(instant)}>
      {text}
    </time>
  );
}

export function StatusBadge({ segment }: { readonly segment: Pick<Segment, 'status' | 'health'> }) {
  const { t } = useTexts();
  if (segment.health === 'broken') return <span className="badge badge-bad">{t.broken}</span>;
  const names: Readonly<Record<string, string>> = t.statusNames;
  const kind = segment.status === 'active' ? 'badge-good' : '';
  return <span className={`badge ${kind}`}>{names[segment.status] ?? segment.status}</span>;
}
