import type { AttemptId } from '../../base/ids.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { decodeAnswer } from '../../sections/index.js';
import type { PlanningResult } from './planning-result.js';
import type { Session } from './session.js';
import type { SessionJournal } from './session-journal.js';
import { attemptOf } from './session-state.js';
import type { AnswerStep } from './step.js';

/** The planning result that stands, fresh or stale; null when there is none. */
export async function planningOf(journal: SessionJournal, session: Session): Promise<PlanningResult | null> {
  const attempt = attemptOf(session.state, 'process');
  const result = attempt === null ? null : await journal.result(attempt);
  return result?.kind === 'planning' ? result : null;
}

/** The saved analysis that stands; null when there is none. */
export function analysisOf(journal: SessionJournal, session: Session): Promise<string | null> {
  return answerTextOf(journal, session, 'save-analysis');
}

/** The text of the answer that stands for a step, without a byte order mark, and without credentials. */
export async function answerTextOf(
  journal: SessionJournal,
  session: Session,
  step: AnswerStep,
): Promise<string | null> {
  const attempt = attemptOf(session.state, step);
  if (attempt === null) return null;
  return attemptText(journal, attempt);
}

/** The text of one attempt's answer, as {@link answerTextOf} gives it. */
export async function attemptText(journal: SessionJournal, attempt: AttemptId): Promise<string> {
  return answerText(await journal.answer(attempt));
}

/** The text of an answer as it came, without a byte order mark, and without credentials. */
export function answerText(answer: Uint8Array): string {
  return redactSecrets(decodeAnswer(answer).replace(/^\ufeff/, ''));
}
