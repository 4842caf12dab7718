import type { Clock } from '../base/clock.js';
import { inTime } from './in-time.js';
import type { Connected, RedisClient } from './redis-client.js';
import { whenLate } from './when-late.js';

/** Why nothing was heard: there is no connection, no reply came in time, or the command was refused. */
export type Unheard = 'away' | 'silent' | 'refused';

/** What came of a command. */
export type Heard<Reply> =
  | { readonly heard: true; readonly reply: Reply }
  | { readonly heard: false; readonly why: Unheard };

export type RedisCommand<Reply> = (client: RedisClient) => Promise<Reply>;

/** Makes clients that are not connected yet. */
export type NewClient = (address: string) => RedisClient;

/** A connection that was not made by then, greeting and all, is given up; in milliseconds. */
const CONNECT_MS = 500;
/** For how long a Redis is left alone that did not answer; twice as long each time, up to the longest. */
const FIRST_REST_MS = 500;
const LONGEST_REST_MS = 30_000;
/** Commands that nobody waits for; more than these are left out. */
const MOST_PENDING = 32;

/** A connection, or the attempt at one. */
interface Line {
  readonly client: RedisClient;
  readonly connected: Promise<Connected | 'silent'>;
}

/**
 * A connection to a Redis that may be gone at any time. It is made when something is asked, and again after a rest
 * when it broke; nobody waits for it longer than they said. It keeps no process alive.
 */
export class RedisLink {
  readonly #address: string;
  readonly #clock: Clock;
  readonly #load: () => Promise<NewClient>;
  #line: Line | null = null;
  #restsUntil = 0;
  #rest = FIRST_REST_MS;
  #pending = 0;
  #closed = false;

  /** @param load loads what talks to a Redis; nothing is loaded before something is asked */
  constructor(address: string, clock: Clock, load: () => Promise<NewClient> = loadClient) {
    this.#address = address;
    this.#clock = clock;
    this.#load = load;
  }

  /**
   * Gives a command and waits for the reply. A Redis that stays silent is left alone for a while, so that those who
   * come next wait for nothing.
   *
   * @param patienceMs the longest that is waited, for the connection and the reply together
   */
  async ask<Reply>(command: RedisCommand<Reply>, patienceMs: number): Promise<Heard<Reply>> {
    // Before anybody's patience is counted: how long that takes is not the Redis's fault.
    const newClient = await this.#load();
    if (this.#closed || this.#isResting()) return { heard: false, why: 'away' };
    this.#line ??= dial(newClient(this.#address));
    const line = this.#line;
    const heard = await inTime(hear(line, command), patienceMs);
    if (heard === undefined) return this.#silent(line);
    if (heard.heard) this.#rest = FIRST_REST_MS;
    else if (!line.client.isReady) this.#giveUp(line);
    return heard;
  }

  /** Gives a command without waiting; it is left out without a connection, or when many are on their way. */
  tell(command: RedisCommand<unknown>): void {
    const client = this.#line?.client;
    if (client?.isReady !== true || this.#pending >= MOST_PENDING) return;
    this.#pending++;
    command(client)
      .catch(() => {})
      .finally(() => this.#pending--);
  }

  /** Ends the connection at once; from now on nothing is heard. */
  close(): void {
    this.#closed = true;
    this.#line?.client.destroy();
  }

  #isResting(): boolean {
    return this.#clock.now().getTime() < this.#restsUntil;
  }

  /** An attempt at a connection goes on, for those who come later. */
  #silent(line: Line): { readonly heard: false; readonly why: 'silent' } {
    if (line.client.isReady) this.#giveUp(line);
    return { heard: false, why: 'silent' };
  }

  /** Somebody else may have done so already, and dialled again. */
  #giveUp(line: Line): void {
    if (this.#line !== line) return;
    line.client.destroy();
    this.#line = null;
    this.#restsUntil = this.#clock.now().getTime() + this.#rest;
    this.#rest = Math.min(2 * this.#rest, LONGEST_REST_MS);
  }
}

function dial(client: RedisClient): Line {
  return { client, connected: connect(client) };
}

/** Ends an attempt that takes too long, greeting and all: a server that accepts a connection may still say nothing. */
async function connect(client: RedisClient): Promise<Connected | 'silent'> {
  let outcome: Connected | 'silent' | undefined;
  const endLate = () => {
    if (outcome !== undefined) return;
    outcome = 'silent';
    client.destroy();
  };
  const timer = whenLate(endLate, CONNECT_MS).unref();
  const connected = await client.connect();
  clearTimeout(timer);
  outcome ??= connected;
  return outcome;
}

async function hear<Reply>({ client, connected }: Line, command: RedisCommand<Reply>): Promise<Heard<Reply>> {
  const attempt = await connected;
  if (attempt !== 'made') return { heard: false, why: attempt };
  try {
    return { heard: true, reply: await command(client) };
  } catch {
    return { heard: false, why: client.isReady ? 'refused' : 'away' };
  }
}

async function loadClient(): Promise<NewClient> {
  const { redisClient } = await import('./redis-client.js');
  return redisClient;
}
