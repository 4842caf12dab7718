import type { CachedAnswer, CacheEntry } from './execution-journal.js';

/**
 * A quicker place for answers than the journal. It decides nothing: whether an answer may be given is what the
 * journal's entry says, and a tier gives only the texts that belong to exactly that entry.
 */
export interface AnswerTier {
  /**
   * The answer of an entry, as the journal has it. Never throws because the place is gone, late or has something
   * else in it: those are misses.
   *
   * @returns null when it is not here
   */
  find(key: string, entry: CacheEntry): Promise<CachedAnswer | null>;
  /** Keeps an answer as long as there is room. It may do so later, or not at all. */
  keep(key: string, answer: CachedAnswer): Promise<void>;
}
