import { sha256 } from '../../../base/checksum.js';

/** What a text is told from others by, within a search: 96 bits in hexadecimal. */
export function textDigest(text: string): string {
  return sha256(text).slice(0, 24);
}
