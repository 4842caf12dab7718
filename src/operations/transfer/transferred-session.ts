import { PromptRunnerError } from '../../base/errors.js';
import type { SessionId } from '../../base/ids.js';
import type { TransferredSession } from './outputs.js';
import type { PutOutcome } from './put-record.js';

/** What is said of every session, before anything became of it. */
export function untouched(from: string): Omit<TransferredSession, 'outcome'> {
  return {
    from,
    id: null,
    title: null,
    skippedBecause: null,
    projectLeftOut: null,
    findings: [],
    problem: null,
  };
}

/** What became of a session that reached the other side. */
export function outcomeOf(put: PutOutcome, whenNew: 'imported' | 'exported') {
  const skipped = put === 'same' || put === 'further-there';
  return {
    outcome: skipped ? ('skipped' as const) : put === 'new' ? whenNew : put,
    skippedBecause: skipped ? put : null,
  };
}

/** Does the work for one session; an expected failure is that session's alone. */
export async function alone(
  from: SessionId,
  work: () => Promise<TransferredSession | null>,
): Promise<TransferredSession | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    const problem = { code: error.code, message: error.message };
    return { ...untouched(from), outcome: 'failed', problem };
  }
}

/** How many sessions had an outcome. */
export function countOf(
  sessions: readonly TransferredSession[],
  outcome: TransferredSession['outcome'],
): number {
  return sessions.filter((session) => session.outcome === outcome).length;
}
