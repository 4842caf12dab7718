import type { SessionId } from '../base/ids.js';
import type { Attempt } from '../engine/session/attempt.js';
import type { TextKey } from './text-keys.js';

/** The folder of the sessions' files. */
export const SESSIONS = 'sessions';
/** What is in use in this workspace. */
export const ACTIVE = 'active.json';

const ENDING = '.json';
/** Names come from ids only; an id that could be anything else than one part of a path has no file. */
const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Whether an id may name files. */
export function isSafeId(id: string): boolean {
  return SAFE_ID.test(id);
}

/** @example sessionName('s2m…') === 'sessions/s2m….json' */
export function sessionName(id: SessionId): string {
  return `${SESSIONS}/${id}${ENDING}`;
}

/** The id that a file in the sessions' folder is named for; null for a file of another kind. */
export function idOfName(name: string): SessionId | null {
  const id = name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : '';
  return id === '' || id.startsWith('.') ? null : (id as SessionId);
}

/** Whether a name, which may come from a file, is that of a file among the outputs and nothing else. */
export function isOutput(name: string): boolean {
  return /^outputs\/[^/\\]+$/.test(name);
}

/** Where an answer lies byte for byte. */
export function rawName({ sessionId, step, number }: Attempt): string {
  return `outputs/${sessionId}.${step}.${number}.raw`;
}

/**
 * Where a text for people lies. The number of its attempt is in the name, so that a text is never written
 * over: a session's file points to what belongs to it, whenever a process ends.
 */
export function textName(session: SessionId, key: TextKey, attemptNumber: number): string {
  return `outputs/${session}.${key}.${attemptNumber}.md`;
}
