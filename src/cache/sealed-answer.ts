import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { CachedAnswer, CacheEntry } from '../engine/execution/execution-journal.js';
import { finishReasons } from '../models/spec/model-answer.js';

const CIPHER = 'aes-256-gcm';
/** Goes up when what is sealed gets another shape; then what is there is a miss. */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

const tokens = z.nullable(z.number());
const texts = z.object({
  response: z.string(),
  reasoning: z.nullable(z.string()),
  answeredModel: z.nullable(z.string()),
  finishReason: z.enum(finishReasons),
  usage: z.object({
    input: tokens,
    cachedInput: tokens,
    cacheWrite: tokens,
    output: tokens,
    reasoning: tokens,
  }),
});

/**
 * An answer as it is given to a place that others may read and write. The key is made of what only the record knows:
 * the question's cache key, the execution and the time. So nobody learns the answer who does not know the record, nobody can
 * put another one there, and a copy is good for exactly the entry that it was made of.
 */
export function sealAnswer(key: string, answer: CachedAnswer): Buffer {
  const { execution: _, at: __, ...content } = answer;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secretOf(key, answer), nonce, { authTagLength: TAG_BYTES });
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), sealed]);
}

/** The answer of an entry from what was sealed; null when it is anything else. */
export function openAnswer(key: string, entry: CacheEntry, sealed: Buffer): CachedAnswer | null {
  if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) return null;
  const text = opened(secretOf(key, entry), sealed);
  if (text === null) return null;
  const content = texts.safeParse(JSON.parse(text));
  return content.success ? { ...content.data, execution: entry.execution, at: entry.at } : null;
}

function opened(secret: Buffer, sealed: Buffer): string | null {
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  const content = decipher.update(sealed.subarray(HEAD_BYTES));
  try {
    return Buffer.concat([content, decipher.final()]).toString();
  } catch {
    // Not sealed with this secret, or changed since.
    return null;
  }
}

function secretOf(key: string, { execution, at }: CacheEntry): Buffer {
  return createHmac('sha256', key).update(`answer ${execution} ${at.toISOString()}`).digest();
}
