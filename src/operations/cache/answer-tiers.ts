import type { Clock } from '../../base/clock.js';
import type { RedisAnswers } from '../../cache/redis-answers.js';
import { STORE_ALONE } from '../../config/cache-address.js';
import type { SettingValues } from '../../config/settings.js';
import { AnswerMemory } from '../../engine/execution/answer-memory.js';
import type { ResponseCacheStore } from '../../store/response-cache-store.js';

/** A Redis that takes longer would make a run slower than the store alone. */
const PATIENCE_MS = 50;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The quicker places for cached answers that are in front of the record. */
export interface AnswerTiers {
  /** Of this process, for as long as the store is open. */
  readonly memory: AnswerMemory;
  /** For all processes; null unless one is configured. */
  readonly redis: RedisAnswers | null;
}

/**
 * The places that the configuration names. A Redis is not spoken to before an answer is looked for.
 *
 * @param cache null where no answers are kept, as in a workspace alone
 */
export async function openAnswerTiers(
  values: SettingValues,
  clock: Clock,
  cache: ResponseCacheStore | null,
): Promise<AnswerTiers> {
  const memory = new AnswerMemory();
  if (cache === null || values.cache === STORE_ALONE) return { memory, redis: null };
  const { RedisAnswers } = await import('../../cache/redis-answers.js');
  const days = values['cache.max_age_days'];
  const place = {
    address: values.cache,
    clock,
    identity: () => cache.identity(),
    patienceMs: PATIENCE_MS,
    lifeMs: days === 'none' ? 0 : days * DAY_MS,
  };
  return { memory, redis: new RedisAnswers(place) };
}
