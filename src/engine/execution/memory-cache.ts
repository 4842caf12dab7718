import type { LRUCache } from 'lru-cache';
import type { CachedAnswer, ExecutionJournal } from './execution-journal.js';

/** How much is kept in memory. */
export interface MemoryLimits {
  readonly answers: number;
  readonly bytes: number;
}

const usualLimits: MemoryLimits = { answers: 500, bytes: 32 * 1024 * 1024 };
/** What an answer takes besides its texts, about; in bytes. */
const ANSWER_BYTES = 500;
const BYTES_A_UNIT = 2;

/**
 * A journal whose cached answers are kept in memory once they were read, so that long texts are not read
 * again. Whether an answer still stands is asked of the journal each time: another process may have forgotten
 * it, because somebody took a credential out of it.
 */
export function withMemoryCache(
  journal: ExecutionJournal,
  limits: MemoryLimits = usualLimits,
): ExecutionJournal {
  const memory = new AnswerMemory(limits);
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
      const known = await memory.get(key);
      if (known?.execution === entry.execution && known.at.getTime() === entry.at.getTime()) return known;
      const read = await journal.cached(key, notBefore);
      if (read !== null) await memory.set(key, read);
      return read;
    },
  };
}

/** Answers by their keys; those that were not wanted for longest go first. */
class AnswerMemory {
  readonly #limits: MemoryLimits;
  #answers: Promise<LRUCache<string, CachedAnswer>> | undefined;

  constructor(limits: MemoryLimits) {
    this.#limits = limits;
  }

  /** Loads nothing as long as nothing is kept. */
  async get(key: string): Promise<CachedAnswer | undefined> {
    return (await this.#answers)?.get(key);
  }

  async set(key: string, answer: CachedAnswer): Promise<void> {
    this.#answers ??= newMemory(this.#limits);
    (await this.#answers).set(key, answer);
  }
}

async function newMemory({ answers, bytes }: MemoryLimits): Promise<LRUCache<string, CachedAnswer>> {
  const { LRUCache } = await import('lru-cache');
  return new LRUCache({ max: answers, maxSize: bytes, sizeCalculation: sizeOf });
}

function sizeOf({ response, reasoning }: CachedAnswer): number {
  return ANSWER_BYTES + BYTES_A_UNIT * (response.length + (reasoning?.length ?? 0));
}
