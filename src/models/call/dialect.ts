import type { TokenUsage } from '../spec/model-answer.js';

/** What one event of a provider's stream means for the whole. */
export interface EventFacts {
  /** Its name when it can come only once in a stream: a second one says that the stream repeats itself. */
  readonly once: string | null;
  /** Whether an answer can be whole once it came. */
  readonly ends: boolean;
}

export const ordinaryEvent: EventFacts = { once: null, ends: false };

/** An object of a provider's, of which nothing is known yet. */
export type Fields = { readonly [key: string]: unknown };

/**
 * What must be known of a provider's interface beside what the SDK tells: it fills in what a stream lacks, and
 * counts what nobody counted as 0.
 */
export interface Dialect {
  readonly readEvent: (event: Fields) => EventFacts;
  /** Whether an answer that came in one piece says that it is whole. */
  readonly isWhole: (body: Fields) => boolean;
  /** The tokens as the provider wrote them down. */
  readonly readUsage: (raw: Fields) => TokenUsage;
}

/** The member of an object, when there is one. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** A count as it was written; null when it was not. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Adds what is known; null when nothing is. */
export function sumOf(...counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
