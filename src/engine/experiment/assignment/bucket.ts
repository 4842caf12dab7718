/**
 * How a unit's place among 0 to 1 is found. 1 has a thousand places, and puts units that are alike in one experiment
 * together in others; 2 has ten thousand, and does not. 2 is for everything new.
 */
export type HashVersion = 1 | 2;

/**
 * The place of a unit, from 0 to below 1: the same every time, in every process and on every machine, and the same
 * as GrowthBook's SDK for JavaScript gives.
 *
 * A text counts as its UTF-16 code units, just as it is: nothing is trimmed, folded or brought into a normal form,
 * so that `é` as one character and as two are two units. SDKs that hash bytes or code points agree with this one
 * for texts without characters beyond U+FFFF (UTF-32) or U+007F (UTF-8).
 *
 * @param seed of the experiment
 * @param unit what is assigned, such as the id of a user
 * @example bucketOf('seed', 'a', 2) // 0.0505
 */
export function bucketOf(seed: string, unit: string, version: HashVersion): number {
  return version === 1
    ? (fnv1a(unit + seed) % 1000) / 1000
    : (fnv1a(String(fnv1a(seed + unit))) % 10_000) / 10_000;
}

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * FNV-1a with 32 bits over code units: G. Fowler, L. C. Noll and K.-P. Vo, The FNV Non-Cryptographic Hash
 * Algorithm.
 */
function fnv1a(text: string): number {
  let hash = OFFSET_BASIS;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash >>> 0;
}
