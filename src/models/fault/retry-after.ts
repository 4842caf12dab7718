const MOST_DIGITS = 12;

/**
 * How long a provider asks to wait, in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as a date
 * (RFC 9110, 10.2.3). Null when it does not say, or says nothing that makes sense.
 *
 * @param now milliseconds since the epoch, for dates
 */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const ms = numberIn(headers.get('retry-after-ms'));
  if (ms !== null) return Math.ceil(ms);
  const given = headers.get('retry-after');
  const seconds = numberIn(given);
  if (seconds !== null) return Math.ceil(seconds * 1000);
  const date = given === null ? Number.NaN : Date.parse(given);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/**
 * The same from a duration in an error's text, as Google writes it.
 *
 * @example durationMs('34.5s') === 34_500
 */
export function durationMs(text: string): number | null {
  const seconds = text.endsWith('s') ? numberIn(text.slice(0, -1)) : null;
  return seconds === null ? null : Math.ceil(seconds * 1000);
}

function numberIn(text: string | null): number | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > MOST_DIGITS || !/^\d+(?:\.\d+)?$/.test(trimmed)) return null;
  return Number(trimmed);
}
