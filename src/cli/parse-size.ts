import { UsageError } from './usage-error.js';

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };
const SIZE = /^(\d{1,12})(?:\.(\d{1,3}))? ?([a-z]{0,2})$/;

/**
 * A size as people write it, in decimal units; undefined when nothing was typed.
 *
 * @throws UsageError when it is none
 * @example parseSize('--max-size', '50MB') === 50_000_000
 */
export function parseSize(option: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const [, whole = '', part = '0', unit = ''] = SIZE.exec(typed.toLowerCase()) ?? [];
  const bytes = Number(`${whole}.${part}`) * (UNITS[unit] ?? Number.NaN);
  if (whole !== '' && Number.isFinite(bytes)) return Math.round(bytes);
  throw new UsageError(`${option} takes a size such as 500kB or 50MB, not "${typed}".`);
}
