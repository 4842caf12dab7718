import type { Remedy } from '../../base/errors.js';
import type { ModelAnswer } from '../spec/model-answer.js';
import { type FaultClass, ModelCallError } from '../spec/model-fault.js';
import { withoutSecrets } from './process/environment-secrets.js';
import { type EndedRun, type PrintedWords, verdictOn } from './run-verdict.js';

/** Credentials go first: once a text is shortened, half of one may be left. */
function printedWords({ run, draft: { problem }, surroundings: { env } }: EndedRun): PrintedWords {
  return {
    problem: problem === null ? null : { ...problem, message: withoutSecrets(problem.message, env) },
    stderr: withoutSecrets(run.stderr, env),
  };
}

/** Why a run brought no whole answer; null when it did. What had come stays with the error. */
export function agentFault(ended: EndedRun): ModelCallError | null {
  const words = printedWords(ended);
  const verdict = verdictOn(ended, words);
  if (verdict === null) return null;
  return new ModelCallError(
    verdict.message,
    {
      fault: verdict.fault,
      status: words.problem?.status ?? null,
      retryAfterMs: null,
      requestId: null,
      partial: partialAnswer(ended, words),
    },
    verdict.remedy ?? remedies[verdict.fault] ?? {},
    { cause: verdict.cause },
  );
}

const remedies: Readonly<Partial<Record<FaultClass, Remedy>>> = {
  'agent-failed': { hint: 'Start it by itself in the same folder to see what it needs.' },
  auth: { hint: 'Log it in, or set its key, and try again.' },
  'rate-limited': { hint: 'Wait a little and try again, or take another model.' },
  timeout: { hint: 'Give it more time, or a smaller task.' },
  malformed: { hint: 'Its version may be too old or too new: update it.' },
  refused: { hint: 'Word the request in another way, or take another model.' },
};

function partialAnswer({ draft, warnings }: EndedRun, { stderr }: PrintedWords): ModelAnswer | null {
  const answer = draft.answer(warnings);
  if (answer.text === '' && draft.session === null && draft.toolUseCount === 0 && stderr === '') return null;
  return { ...answer, finishReason: 'error', details: { ...answer.details, stderr } };
}
