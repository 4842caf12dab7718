import type { AttemptId } from '../base/ids.js';
import { promptText } from '../base/text/prompt-text.js';
import { redactSecrets } from '../base/text/secrets.js';
import { attemptOf } from '../engine/session/session-state.js';
import type { Step } from '../engine/session/step.js';
import { decodeAnswer, type PlanningKey } from '../sections/index.js';
import type { KeptAttempt, KeptSession } from './kept-session.js';
import { sectionTextKeys, type TextKey } from './text-keys.js';

/** A text for people, with the attempt that brought it forth. */
export interface SessionText {
  readonly key: TextKey;
  readonly attempt: KeptAttempt;
  readonly text: string;
}

/**
 * The texts of a session as it stands: what the older tool, or a person who looks into the folder, reads.
 * Credentials are marked; they stay in the raw answers.
 *
 * @param answerOf the bytes of an attempt's answer
 */
export async function textsOf(
  kept: KeptSession,
  answerOf: (attempt: KeptAttempt) => Promise<Uint8Array>,
): Promise<SessionText[]> {
  const prompt = standing(kept, 'plan').map((attempt) => ({
    key: 'orchestrator_prompt' as const,
    attempt,
    text: promptText(attempt.prompt?.messages ?? []),
  }));
  const sections = standing(kept, 'process').flatMap(sectionsOf);
  const answers = [
    ...standing(kept, 'save-analysis').map((attempt) => ({ key: 'analysis_output', attempt }) as const),
    ...standing(kept, 'complete').map((attempt) => ({ key: 'implementation_output', attempt }) as const),
  ].map(async (answer) => ({ ...answer, text: redactSecrets(decodeAnswer(await answerOf(answer.attempt))) }));
  return [...prompt, ...sections, ...(await Promise.all(answers))];
}

function standing({ session, attempts }: KeptSession, step: Step): KeptAttempt[] {
  const id: AttemptId | null = attemptOf(session.state, step);
  return attempts.filter(({ attempt }) => attempt.id === id);
}

function sectionsOf(attempt: KeptAttempt): SessionText[] {
  const { result } = attempt;
  if (result?.kind !== 'planning') return [];
  return (Object.keys(sectionTextKeys) as PlanningKey[]).flatMap((key) => {
    const section = result.sections[key];
    return section === null ? [] : [{ key: sectionTextKeys[key], attempt, text: `${section.text}\n` }];
  });
}
