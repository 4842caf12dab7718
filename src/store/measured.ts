import { sha256 } from '../base/checksum.js';
import type { Attempt, Message } from '../engine/session/attempt.js';

type Measures = Pick<Attempt, 'checksum' | 'size'>;

/** Checksum and size of an answer. */
export function measuredAnswer(bytes: Uint8Array): Measures {
  return { checksum: sha256(bytes), size: bytes.length };
}

/** Checksum and size of a prompt: of its messages' texts, joined by line feeds, in UTF-8. */
export function measuredPrompt(messages: readonly Message[]): Measures {
  return measuredAnswer(Buffer.from(messages.map(({ text }) => text).join('\n')));
}
