import { sha256 } from '../base/checksum.js';
import type { Clock } from '../base/clock.js';
import type { AnswerTier } from '../engine/execution/answer-tier.js';
import type { CachedAnswer, CacheEntry } from '../engine/execution/execution-journal.js';
import { reachRedis } from './reach-redis.js';
import { type Heard, RedisLink } from './redis-link.js';
import { type Sweep, sweep, unlinkAll } from './redis-sweep.js';
import { openAnswer, sealAnswer } from './sealed-answer.js';

/** A longer answer, as it is sealed, is left in the store; in bytes. */
const MOST_BYTES = 1024 * 1024;

/** What decides where copies are and how long. */
export interface RedisPlace {
  /** `redis://` or `rediss://`. */
  readonly address: string;
  /** What tells the store apart from others that use the same Redis: letters and digits. */
  readonly identity: () => Promise<string>;
  /** How long an answer may be given again, in milliseconds; a copy goes by itself after that. */
  readonly lifeMs: number;
  /** The longest that a copy is waited for, in milliseconds; then the answer is read from the store. */
  readonly patienceMs: number;
  readonly clock: Clock;
}

/** How the copies did so far, for this process. */
export interface RedisUse {
  readonly hits: number;
  readonly misses: number;
  /** How often nothing was heard in time; those are no misses. */
  readonly unheard: number;
}

/** Copies of cached answers in a Redis, for all processes that use the store. Each is sealed for its entry alone. */
export class RedisAnswers implements AnswerTier {
  readonly #place: RedisPlace;
  readonly #link: RedisLink;
  #prefix: string | undefined;
  #hits = 0;
  #misses = 0;
  #unheard = 0;

  constructor(place: RedisPlace, link = new RedisLink(place.address, place.clock)) {
    this.#place = place;
    this.#link = link;
  }

  get use(): RedisUse {
    return { hits: this.#hits, misses: this.#misses, unheard: this.#unheard };
  }

  async find(key: string, entry: CacheEntry): Promise<CachedAnswer | null> {
    const name = await this.#nameOf(key);
    const heard = await this.#link.ask((client) => client.getRange(name, MOST_BYTES), this.#place.patienceMs);
    const answer = heard.heard ? openAnswer(key, entry, heard.reply) : null;
    if (!heard.heard) this.#unheard++;
    else if (answer === null) this.#misses++;
    else this.#hits++;
    return answer;
  }

  async keep(key: string, answer: CachedAnswer): Promise<void> {
    const life = answer.at.getTime() + this.#place.lifeMs - this.#place.clock.now().getTime();
    if (life < 1) return;
    const sealed = sealAnswer(key, answer);
    if (sealed.length > MOST_BYTES) return;
    const name = await this.#nameOf(key);
    this.#link.tell((client) => client.set(name, sealed, Math.floor(life)));
  }

  /** Takes away the copies for some questions; gives how many there were. */
  async forget(keys: readonly string[]): Promise<Heard<number>> {
    return unlinkAll(this.#link, await Promise.all(keys.map((key) => this.#nameOf(key))));
  }

  /** Takes away the copies of this store; those of others stay. */
  async clear(): Promise<Heard<Sweep>> {
    const { clock } = this.#place;
    return sweep(this.#link, clock, await this.#prefixed(), (keys) => unlinkAll(this.#link, keys));
  }

  /** How many copies of this store there are. */
  async count(): Promise<Heard<Sweep>> {
    const { clock } = this.#place;
    return sweep(this.#link, clock, await this.#prefixed(), async (keys) => ({
      heard: true,
      reply: keys.length,
    }));
  }

  /** How many milliseconds the Redis takes to answer. */
  reach(): Promise<Heard<number>> {
    return reachRedis(this.#link, this.#place.clock);
  }

  close(): void {
    this.#link.close();
  }

  /** The question's own key is a part of what an answer is sealed with, so that it is not shown. */
  async #nameOf(key: string): Promise<string> {
    return `${await this.#prefixed()}${sha256(`copy ${key}`)}`;
  }

  async #prefixed(): Promise<string> {
    this.#prefix ??= `prompt-runner:${await this.#place.identity()}:answer:`;
    return this.#prefix;
  }
}
