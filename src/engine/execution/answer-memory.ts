import type { LRUCache } from 'lru-cache';
import type { AnswerTier } from './answer-tier.js';
import type { CachedAnswer, CacheEntry } from './execution-journal.js';

/** How much is kept in memory. */
export interface MemoryLimits {
  readonly answers: number;
  readonly bytes: number;
}

/** What the memory of this process holds, and how it did so far. */
export interface MemoryUse extends MemoryLimits {
  readonly hits: number;
  readonly misses: number;
}

const usualLimits: MemoryLimits = { answers: 500, bytes: 32 * 1024 * 1024 };
/** What an answer takes besides its texts, about; in bytes. */
const ANSWER_BYTES = 500;
const BYTES_A_UNIT = 2;

/** Answers in the memory of this process; those that were not wanted for longest go first. */
export class AnswerMemory implements AnswerTier {
  readonly #limits: MemoryLimits;
  #answers: Promise<LRUCache<string, CachedAnswer>> | undefined;
  #hits = 0;
  #misses = 0;

  constructor(limits: MemoryLimits = usualLimits) {
    this.#limits = limits;
  }

  /** Loads nothing as long as nothing is kept. */
  async find(key: string, { execution, at }: CacheEntry): Promise<CachedAnswer | null> {
    const known = (await this.#answers)?.get(key);
    const stands = known?.execution === execution && known.at.getTime() === at.getTime();
    if (stands) this.#hits++;
    else this.#misses++;
    return stands ? known : null;
  }

  async keep(key: string, answer: CachedAnswer): Promise<void> {
    this.#answers ??= newMemory(this.#limits);
    (await this.#answers).set(key, answer);
  }

  async use(): Promise<MemoryUse> {
    const answers = await this.#answers;
    const held = { answers: answers?.size ?? 0, bytes: answers?.calculatedSize ?? 0 };
    return { ...held, hits: this.#hits, misses: this.#misses };
  }
}

async function newMemory({ answers, bytes }: MemoryLimits): Promise<LRUCache<string, CachedAnswer>> {
  const { LRUCache } = await import('lru-cache');
  return new LRUCache({ max: answers, maxSize: bytes, sizeCalculation: sizeOf });
}

function sizeOf({ response, reasoning }: CachedAnswer): number {
  return ANSWER_BYTES + BYTES_A_UNIT * (response.length + (reasoning?.length ?? 0));
}
