const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST_IN_DAYS = 30;

/**
 * A past time as people say it; a date (in the local time zone) when it is more than 30 days ago. A time
 * within the next minute, as clocks differ, is "just now"; a later one is a date.
 *
 * @example relativeTime(new Date(now.getTime() - 120_000), now) === '2 min ago'
 */
export function relativeTime(then: Date, now: Date): string {
  const elapsed = now.getTime() - then.getTime();
  const days = calendarDays(then, now);
  if (elapsed < -MINUTE || days > LONGEST_IN_DAYS) return isoDate(then);
  if (elapsed < MINUTE) return 'just now';
  if (elapsed < HOUR) return `${Math.floor(elapsed / MINUTE)} min ago`;
  if (elapsed < DAY) return `${Math.floor(elapsed / HOUR)} h ago`;
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** How often midnight lies between, in the local time zone. */
function calendarDays(then: Date, now: Date): number {
  // Counted at noon, since days on which the clocks change are an hour longer or shorter.
  const noon = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12).getTime();
  return Math.round((noon(now) - noon(then)) / DAY);
}

/** @example isoDate(new Date(2026, 10, 20)) === '2026-11-20' */
export function isoDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
