import { createHash } from 'node:crypto';

/** Twelve digits of an id, the same every time, that say nothing of the order of numbers. */
export function scatteredDigits(number: number): string {
  return createHash('md5').update(String(number)).digest('hex').slice(0, 12);
}
