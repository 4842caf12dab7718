import type { AuditPlace } from '../../prompts/audit-entry.js';
import { InvalidInputError } from '../operation.js';

/** An entry's number and hash, which prove later that the log holds it, and all before it, unchanged. */
export type AuditMark = Pick<AuditPlace, 'number' | 'hash'>;

/**
 * A mark as it was noted: `NUMBER:HASH`.
 *
 * @throws InvalidInputError when it is none
 */
export function parseAuditMark(text: string): AuditMark {
  const [, number = '', hash = ''] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (hash !== '') return { number: Number(number), hash: hash.toLowerCase() };
  throw new InvalidInputError('What is expected is the number of an entry, a colon, and its hash.', {
    hint: 'Give both as "audit verify" printed them: 64 digits and letters from a to f after the colon.',
    next: 'prompt-runner audit verify',
  });
}

/** @example formatAuditMark({ number: 12, hash }) === `12:${hash}` */
export function formatAuditMark({ number, hash }: AuditMark): string {
  return `${number}:${hash}`;
}
