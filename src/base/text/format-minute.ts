/** @example formatMinute(new Date('2026-03-01T10:00:30Z')) === '2026-03-01 10:00 UTC' */
export function formatMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
