/** Numbers, shares and times as the language writes them. */

export interface Formats {
  number(value: number): string;
  /** Of a share from 0 to 1. Nobody and somebody are told apart, and so are almost all and all. */
  percent(share: number): string;
  time(instant: string): string;
  day(instant: string): string;
  moment(instant: string): string;
}

/** In the variety of the language that the browser speaks: 14:02 in en-GB, 2:02 PM in en-US. */
export function formatsOf(spoken: string): Formats {
  const language = navigator.languages.find((code) => code.split('-')[0] === spoken) ?? spoken;
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const times = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    number: (value) => numbers.format(value),
    percent: (share) => {
      if (share > 0 && share < 0.001) return `< ${percents.format(0.001)}`;
      if (share < 1 && share > 0.999) return `> ${percents.format(0.999)}`;
      return percents.format(share);
    },
    time: (instant) => times.format(new Date(instant)),
    day: (instant) => days.format(new Date(instant)),
    moment: (instant) => moments.format(new Date(instant)),
  };
}

/** How many midnights lie between an instant and now, in the browser's own zone. */
export function daysAgo(instant: string, now = new Date()): number {
  const midnight = (date: Date): number => new Date(date).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(new Date(instant))) / 86_400_000);
}
