import type { SessionId } from '../../../base/ids.js';
import type { ExperimentUnit } from '../experiment.js';

const USER = 'user:';

/**
 * What a user is called where units are kept, beside the ids of sessions.
 *
 * @example userKey('ada') === 'user:ada'
 */
export function userKey(name: string): string {
  return USER + name;
}

/** The keys of all users: from this on, and below that. The ids of sessions are before them. */
export const userKeys = { from: USER, to: 'user;' } as const;

/** Who begins a session. */
export interface Entrant {
  readonly session: SessionId;
  readonly user: string;
}

/** What is shared out: the session, or who begins it. */
export function unitOf(unit: ExperimentUnit, { session, user }: Entrant): string {
  return unit === 'user' ? user : session;
}
