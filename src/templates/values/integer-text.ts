import { runtimeFault } from '../fault.js';
import type { Integer } from './integer.js';

/** Python refuses to print longer ints, because the conversion takes quadratic time. */
const LONGEST_INTEGER = 4300;
const TOO_LARGE = 10n ** BigInt(LONGEST_INTEGER);

/**
 * The decimal digits of an int.
 *
 * @throws a runtime fault beyond 4300 digits, as Python does
 */
export function integerText(value: Integer): string {
  if (typeof value === 'bigint' && (value >= TOO_LARGE || value <= -TOO_LARGE)) {
    throw runtimeFault(`Exceeds the limit (${LONGEST_INTEGER} digits) for integer string conversion`);
  }
  return value === 0 ? '0' : String(value);
}
