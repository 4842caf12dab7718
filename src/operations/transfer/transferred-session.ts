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

/** What became of sessions, one by one; an expected failure is that of one session alone. */
export class SessionTransfer {
  readonly #sessions = new Map<SessionId, TransferredSession>();

  /** What became of these sessions, as far as anything was to become of them. */
  inOrderOf(ids: readonly SessionId[]): TransferredSession[] {
    return ids.flatMap((id) => this.#sessions.get(id) ?? []);
  }

  /** Tells what became of a session. */
  tell(from: SessionId, became: TransferredSession): void {
    this.#sessions.set(from, became);
  }

  /** Does work for one session. When it fails, that is what became of the session, and there is no result. */
  async alone<Result>(from: SessionId, work: () => Promise<Result>): Promise<Result | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PromptRunnerError)) throw error;
      const problem = { code: error.code, message: error.message };
      this.tell(from, { ...untouched(from), outcome: 'failed', problem });
      return null;
    }
  }
}

/** How many sessions had an outcome. */
export function countOf(
  sessions: readonly TransferredSession[],
  outcome: TransferredSession['outcome'],
): number {
  return sessions.filter((session) => session.outcome === outcome).length;
}
