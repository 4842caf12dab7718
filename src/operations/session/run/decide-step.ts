import * as z from 'zod/mini';
import { GateClosedError } from '../../../engine/run/errors.js';
import { type OpenGate, openGate } from '../../../engine/run/open-gate.js';
import type { Run, RunStep } from '../../../engine/run/run.js';
import { readTaskKey } from '../../../engine/session/run/task-key.js';
import type { Session } from '../../../engine/session/session.js';
import { takeAnswer } from '../../../engine/session/take-answer.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import { type Deps, sessionPorts } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { findSession } from '../find-session.js';
import { givenText } from '../given-text.js';
import { NoGateError, NoRunError } from './errors.js';
import type { RunOutput } from './run-outputs.js';
import { runOutputOf } from './run-view.js';
import { latestRun } from './session-runs.js';
import { isStanding } from './standing-gate.js';
import { readStepOutput } from './step-output.js';

const comment = z.optional(z.string().check(z.trim(), z.minLength(1, 'A comment has to say something.')));

const what = {
  session: z.optional(z.string()),
  /** The attempt that was shown; what waits now when it is left out. */
  attempt: z.optional(z.string()),
  comment,
};

const approval = z.object({
  ...what,
  /** The answer in better words, which is approved in the place of the other. */
  edited: z.optional(givenText),
});

/**
 * Approves what a run waits with. Only what was shown is approved: when the answer is another by now,
 * nothing happens.
 *
 * @throws NoRunError, NoGateError when nothing waits
 * @throws GateClosedError when somebody else was quicker
 * @throws AnswerRejectedError when the edited text cannot be the answer
 */
export const approveStep = guarded(
  needs.approveStep,
  approval,
  async (deps: Deps, given): Promise<RunOutput> => {
    const session = await findSession(deps, given.session);
    const { run, step } = await waiting(deps, session, given.attempt);
    if (given.edited !== undefined) await replaceAnswer(deps, session, step, given.edited);
    const is = given.edited === undefined ? 'approved' : 'edited';
    await decide(deps, step, is, given.comment);
    return runOutputOf(deps, run.id);
  },
);

const rejection = z.object(what);

/**
 * Turns down what a run waits with: the step is done again with the comment, and the results of later ones are
 * stale then.
 *
 * @throws NoRunError, NoGateError when nothing waits
 * @throws GateClosedError when somebody else was quicker
 */
export const rejectStep = guarded(
  needs.rejectStep,
  rejection,
  async (deps: Deps, given): Promise<RunOutput> => {
    const session = await findSession(deps, given.session);
    const { run, step } = await waiting(deps, session, given.attempt);
    await decide(deps, step, 'rejected', given.comment);
    return runOutputOf(deps, run.id);
  },
);

async function waiting(
  deps: Deps,
  session: Session,
  shown: string | undefined,
): Promise<{ run: Run; step: OpenGate }> {
  const run = await requireRun(deps, session);
  const step = openGate(await executionsOf(deps).runs.steps(run.id));
  if (step === null) throw new NoGateError(session.id);
  const { attempt } = readStepOutput(step.output);
  if (!isStanding(session, step) || (shown !== undefined && shown !== attempt)) {
    throw new GateClosedError(
      `What "${step.key}" brought forth does not stand any more: it, or a step before it, was done again since.`,
      {
        hint: 'What somebody gave by hand needs no approval: go on with the run.',
        next: `prompt-runner orchestrate run --resume ${session.id}`,
      },
    );
  }
  return { run, step };
}

function decide(
  deps: Deps,
  { run, position, gate }: OpenGate,
  is: 'approved' | 'edited' | 'rejected',
  words: string | undefined,
): Promise<void> {
  const { actor } = deps.config.values;
  const decision = { is, comment: words ?? null, actor, at: deps.clock.now() };
  return executionsOf(deps).runs.decide(run, position, gate.checksum, decision);
}

async function requireRun(deps: Deps, session: Session): Promise<Run> {
  const run = await latestRun(deps, session);
  if (run === null) throw new NoRunError(session.id);
  return run;
}

async function replaceAnswer(
  deps: Deps,
  session: Session,
  { key, output }: RunStep,
  { bytes, input }: z.output<typeof givenText>,
): Promise<void> {
  const { step, part } = readTaskKey(key);
  const before = await deps.store.journal.result(readStepOutput(output).attempt);
  // Other words for a report change nothing in the codebase: what was found there is true of them, too.
  const found = before?.kind === 'implementation' ? (before.evidence ?? null) : null;
  const given = {
    bytes,
    input,
    force: false,
    append: false,
    part: part ?? undefined,
    evidence: async () => found,
  };
  await takeAnswer(sessionPorts(deps), session, step, given);
}
