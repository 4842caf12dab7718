import { sha256 } from '../base/checksum.js';
import type { PromptDocument } from '../formats/index.js';
import { inOrder } from './in-order.js';

const DIGITS = 16;

/**
 * A short digest of what a prompt says and how it is kept, but for its name and its version's number: two
 * files that mean the same have the same, however they are laid out.
 *
 * @returns 16 hexadecimal digits
 */
export function documentDigest({ name: _, version: __, ...said }: PromptDocument): string {
  return sha256(JSON.stringify(inOrder({ ...said, ...asKept(said) }))).slice(0, DIGITS);
}

/** The library keeps words without blanks around them, and each tag once. */
function asKept({ tags, category, kind, featureType }: Omit<PromptDocument, 'name' | 'version'>) {
  return {
    tags: [...new Set(tags.map((tag) => tag.trim()))].sort(),
    category: category?.trim() ?? null,
    kind: kind?.trim() ?? null,
    featureType: featureType?.trim() ?? null,
  };
}
