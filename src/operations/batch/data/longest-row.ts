import { formatBytes } from '../../../base/text/format-bytes.js';
import { DataUnreadableError } from './errors.js';

/** The most that one row may have: it is held whole, and a quotation mark left open would take all that follows. */
export const LONGEST_ROW_BYTES = 10_000_000;

/**
 * @param bytes how much of a row has come
 * @param line where the row begins
 * @throws DataUnreadableError when that is too much
 */
export function requireShortRow(bytes: number, name: string, line: number): void {
  if (bytes > LONGEST_ROW_BYTES) throw rowTooLong(name, line);
}

/** @param line where the row begins */
export function rowTooLong(name: string, line: number, options?: ErrorOptions): DataUnreadableError {
  const fault = `the row that begins here is longer than ${formatBytes(LONGEST_ROW_BYTES)}.`;
  return new DataUnreadableError(name, line, fault, 'Is a quotation mark not closed?', options);
}
