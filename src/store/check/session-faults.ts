import { dueStep, readState, statusOf } from '../../engine/session/session-state.js';
import type { NamedRow } from '../row-measures.js';

/** Whether what is derived from a session's state, for filters and lists, follows from it. */
export function sessionFaults({ state, status, step }: NamedRow): readonly string[] {
  try {
    const read = readState(String(state));
    const follows = statusOf(read) === status && dueStep(read) === step;
    return follows ? [] : ['Status and step are not those of the state'];
  } catch {
    return ['The state cannot be read'];
  }
}
