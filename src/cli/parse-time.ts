const unitMs: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/**
 * A point in time as people write it: a date (midnight, local), a date with time (ISO 8601), or a span
 * back from now. Undefined when it is none of these.
 *
 * @example parseTime('7d', now) // a week ago
 */
export function parseTime(text: string, now: Date): Date | undefined {
  const span = /^(\d{1,6})([mhdw])$/.exec(text);
  if (span !== null) return new Date(now.getTime() - Number(span[1]) * (unitMs[span[2] ?? ''] ?? 0));
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.{0,20})?$/.test(text)) return undefined;
  const time = new Date(text.length === 10 ? `${text}T00:00:00` : text.replace(' ', 'T'));
  return Number.isNaN(time.getTime()) ? undefined : time;
}
