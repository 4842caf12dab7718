import { formatMinute } from '../../base/text/format-minute.js';
import type { SessionState } from './session-state.js';
import { dueStep, statusOf } from './session-state.js';

/** Where a session stood when it was read, and where it stands now, with who took it there. */
export interface SessionConflict {
  readonly seen: SessionStanding;
  /** Null when it was removed. */
  readonly now: (SessionStanding & { readonly actor: string; readonly at: Date }) | null;
}

export interface SessionStanding {
  /** Counts the moves. */
  readonly version: number;
  readonly state: SessionState;
}

/** @example 'You saw move 3 (planning, process is due); it is at move 4 (analysis, analyze is due), by bob at …' */
export function conflictText({ seen, now }: SessionConflict): string {
  const saw = `You saw it at move ${standingText(seen)}`;
  if (now === null) return `${saw}; it was removed since.`;
  return `${saw}; ${now.actor} took it to move ${standingText(now)} at ${formatMinute(now.at)}.`;
}

/** @example '4 (analysis, analyze is due)' */
export function standingText({ version, state }: SessionStanding): string {
  const step = dueStep(state);
  return `${version} (${statusOf(state)}${step === null ? '' : `, ${step} is due`})`;
}
