import type { AnswerTier } from './answer-tier.js';
import type { CachedAnswer, CacheEntry, ExecutionJournal } from './execution-journal.js';

/**
 * A journal whose cached answers are taken from quicker places, so that long texts are not read again. Whether an
 * answer still stands is asked of the journal each time: another process may have forgotten it, because somebody
 * took a credential out of it. So the tiers change how long it takes, and never what is answered.
 *
 * @param tiers the nearest first; an answer that is found in one of them, or in the journal, is kept in those before it
 */
export function withAnswerTiers(journal: ExecutionJournal, tiers: readonly AnswerTier[]): ExecutionJournal {
  return {
    begin: (execution, call, ceilings) => journal.begin(execution, call, ceilings),
    next: (execution, ended, call, ceilings) => journal.next(execution, ended, call, ceilings),
    left: (execution, ceilings) => journal.left(execution, ceilings),
    finish: (execution, ended, end) => journal.finish(execution, ended, end),
    answerFromCache: (execution, answer) => journal.answerFromCache(execution, answer),
    becameAttempt: (execution, attempt) => journal.becameAttempt(execution, attempt),
    cacheEntry: (key) => journal.cacheEntry(key),
    async cached(key, notBefore) {
      const entry = await journal.cacheEntry(key);
      if (entry === null || entry.at < notBefore) return null;
      return findIn(tiers, key, entry, () => journal.cached(key, notBefore));
    },
  };
}

async function findIn(
  [nearest, ...farther]: readonly AnswerTier[],
  key: string,
  entry: CacheEntry,
  read: () => Promise<CachedAnswer | null>,
): Promise<CachedAnswer | null> {
  if (nearest === undefined) return read();
  const kept = await nearest.find(key, entry);
  if (kept !== null) return kept;
  const found = await findIn(farther, key, entry, read);
  if (found !== null) await nearest.keep(key, found);
  return found;
}
