/** The newsletters that people get, open and click, or leave unread. */

import { activity } from './activities.js';
import type { Calendar } from './calendar.js';
import type { Random } from './random.js';
import type { Row } from './rows.js';

const every = 14;
const furthestBack = 420;

/** Of someone who signed up on a day; `interest` is how likely she opens one. */
export function newsletters(
  random: Random,
  calendar: Calendar,
  since: number,
  interest: number,
): Row<'activities'>[] {
  const activities: Row<'activities'>[] = [];
  const from = Math.max(since, calendar.today - furthestBack);
  // Every other Thursday at ten: day 0 was a Thursday.
  for (let day = Math.ceil(from / every) * every; day <= calendar.today; day += every) {
    const sent = 10 * 60 + random.integer(0, 9);
    const opened = sent + 5 + random.exponential(300);
    const clicked = opened + random.between(0.2, 5);
    const properties = campaignOf(calendar, day);
    const add = (kind: string, minutes: number): void => {
      const occurredAt = calendar.instant(day, minutes);
      if (calendar.hasCome(occurredAt)) activities.push(activity(kind, occurredAt, 'email', properties));
    };
    add('email_sent', sent);
    if (!random.chance(interest)) continue;
    add('email_open', opened);
    if (random.chance(0.25)) add('email_click', clicked);
  }
  return activities;
}

const types = ['newsletter', 'offer', 'event'] as const;

function campaignOf(calendar: Calendar, day: number): Record<string, string> {
  const type = types[(day / every) % types.length] ?? 'newsletter';
  const campaign = { campaign_id: `${type}-${calendar.date(day)}`, campaign_type: type };
  return type === 'offer' ? { ...campaign, offer_id: `OFFER-${calendar.date(day).slice(0, 7)}` } : campaign;
}

/** One in five never opens anything; most open some; a few open nearly all. */
export const interestIn = (random: Random): number =>
  random.chance(0.2) ? 0 : 0.05 + 0.85 * random.next() ** 1.6;
