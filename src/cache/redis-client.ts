import { createClient, ErrorReply, RESP_TYPES } from '@redis/client';

/** What an attempt at a connection came to: it is there, the Redis refused us, or none answers there. */
export type Connected = 'made' | 'refused' | 'away';

/** What is asked of a Redis, as this program asks it. */
export interface RedisClient {
  readonly isReady: boolean;
  connect(): Promise<Connected>;
  /** Ends the connection at once, also one that is only being made. */
  destroy(): void;
  ping(): Promise<unknown>;
  /** The beginning of a value; empty when there is none. */
  getRange(key: string, bytes: number): Promise<Buffer>;
  set(key: string, value: Buffer, lifeMs: number): Promise<unknown>;
  scan(
    cursor: string,
    pattern: string,
  ): Promise<{ readonly cursor: string; readonly keys: readonly string[] }>;
  unlink(keys: readonly string[]): Promise<number>;
}

const KEYS_A_ROUND = 1000;

/**
 * A client that waits for nothing: it does not connect again by itself, keeps no commands for later, and keeps no
 * process alive. A connection has all the time that it takes: who makes one ends it when it takes too long.
 *
 * @param address `redis://` or `rediss://`, which is known to be one
 */
export function redisClient(address: string): RedisClient {
  const ending = new AbortController();
  const client = createClient({
    url: address,
    RESP: 2,
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    socket: { connectTimeout: 0, reconnectStrategy: false, signal: ending.signal },
  });
  const bytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  // What went wrong is told by the command that it kept from an answer; unheard, it would end the process.
  client.on('error', () => {});
  client.unref();
  return {
    get isReady() {
      return client.isReady;
    },
    async connect() {
      try {
        await client.connect();
        return 'made';
      } catch (error) {
        return error instanceof ErrorReply ? 'refused' : 'away';
      }
    },
    destroy() {
      ending.abort();
      if (client.isOpen) client.destroy();
    },
    ping: () => client.ping(),
    getRange: async (key, length) => (await bytes.getRange(key, 0, length - 1)) ?? Buffer.alloc(0),
    set: (key, value, lifeMs) => client.set(key, value, { expiration: { type: 'PX', value: lifeMs } }),
    scan: (cursor, pattern) => client.scan(cursor, { MATCH: pattern, COUNT: KEYS_A_ROUND }),
    unlink: (keys) => client.unlink([...keys]),
  };
}
