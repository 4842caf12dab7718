const SECOND = 1000;
const MINUTE = 60 * SECOND;
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

/**
 * A span of time in its two largest units.
 *
 * @param milliseconds not negative
 * @example formatDuration(200_000) === '3 min 20 s'
 */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < SECOND) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 10 * SECOND) return `${Math.floor(milliseconds / 100) / 10} s`;
  if (milliseconds < MINUTE) return `${Math.floor(milliseconds / SECOND)} s`;
  if (milliseconds < HOUR) return twoUnits(milliseconds, MINUTE, 'min', SECOND, 's');
  if (milliseconds < DAY) return twoUnits(milliseconds, HOUR, 'h', MINUTE, 'min');
  return twoUnits(milliseconds, DAY, 'd', HOUR, 'h');
}

function twoUnits(span: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((span % large) / small);
  const first = `${Math.floor(span / large)} ${largeName}`;
  return rest === 0 ? first : `${first} ${rest} ${smallName}`;
}
