/**
 * A time as a session's file has it: ISO 8601, in local time where it names no zone, as the older tool wrote
 * it; or the compact form of its ids. Null when it is no time.
 *
 * @example fileTime('20250101_120000') // noon on New Year's Day, where this program runs
 */
export function fileTime(text: string): Date | null {
  const compact = /^(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})$/.exec(text);
  const [, year, month, day, hour, minute, second] = compact ?? [];
  const time = new Date(compact === null ? text : `${year}-${month}-${day}T${hour}:${minute}:${second}`);
  return Number.isNaN(time.getTime()) ? null : time;
}
