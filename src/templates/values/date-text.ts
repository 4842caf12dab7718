/** A date as a template shows it: ISO 8601 in UTC. Its own methods are out of a template's reach. */
export function dateText(date: Date): string {
  const time = Date.prototype.getTime.call(date);
  return Number.isNaN(time) ? 'Invalid Date' : new Date(time).toISOString();
}
