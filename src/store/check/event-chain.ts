import { isDeepStrictEqual } from 'node:util';
import { readState, type SessionState } from '../../engine/session/session-state.js';
import type { StoredValue } from '../dialects/upkeep.js';
import type { NamedRow } from '../row-measures.js';

interface EventEnd {
  readonly session: unknown;
  readonly number: number;
  /** As it was written, and as it is read; null before the first event. */
  readonly after: string | null;
}

const nowhere: EventEnd = { session: null, number: 0, after: null };

/** Goes along the histories of all sessions, one after the other, each from its first event, and tells where one is torn. */
export class EventChain {
  #last: EventEnd = nowhere;

  faultsAt({ session_id: session, number, before, after }: NamedRow): readonly string[] {
    const last = this.#last.session === session ? this.#last : nowhere;
    this.#last = { session, number: Number(number), after: textOrNull(after) };
    if (Number(number) !== last.number + 1) return ['Events are not numbered 1, 2, …'];
    return isSameState(textOrNull(before), last.after)
      ? []
      : ['An event does not begin where the one before it ended'];
  }
}

function textOrNull(value: StoredValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Whether two states are the same; an older program wrote less of one. */
export function isSameState(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  if (one === null || other === null) return false;
  const [first, second] = [readable(one), readable(other)];
  return first !== null && isDeepStrictEqual(first, second);
}

function readable(state: string): SessionState | null {
  try {
    return readState(state);
  } catch {
    return null;
  }
}
