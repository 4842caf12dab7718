import * as z from 'zod/mini';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { RunTask } from '../../../engine/run/run-program.js';
import { nextCommand } from '../../../engine/session/next-command.js';
import { nextPart, presentPart } from '../../../engine/session/part.js';
import type { PromptKind } from '../../../engine/session/prompt-template.js';
import { attemptText, planningOf } from '../../../engine/session/results.js';
import { PlanIncompleteError } from '../../../engine/session/run/errors.js';
import type { TaskKey } from '../../../engine/session/run/task-key.js';
import type { Session } from '../../../engine/session/session.js';
import { skipAnalysis } from '../../../engine/session/skip-analysis.js';
import { type AnswerStep, stepFacts } from '../../../engine/session/step.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import { sessionPorts } from '../../deps.js';
import { findSession } from '../find-session.js';
import { planningView } from '../views/planning-view.js';
import { sessionView } from '../views/session-view.js';
import { standingSecrets } from '../views/standing-secrets.js';
import { evidenceOf } from './evidence-view.js';
import { programOf } from './program-of.js';
import type { FollowedDeps } from './run-follower.js';
import type { StepRunOutput } from './run-outputs.js';
import { requireImplementable, requireModels, settleSettings } from './settle-settings.js';
import { readStepOutput, type StepOutput } from './step-output.js';

const input = z.object({
  session: z.optional(z.string()),
  /** The step whose answer is wanted. */
  step: z.enum(['process', 'save-analysis', 'complete']),
  /** Who does it. */
  model: z.string(),
  /** A template to be taken for its prompt, from now on. */
  template: z.optional(z.string()),
  /** The part of the implementation, from 1. */
  part: z.optional(z.int().check(z.positive())),
  /** Go without an analysis. */
  quick: z._default(z.boolean(), false),
  verify: z.optional(z.array(z.string()).check(z.minLength(1))),
  worktree: z._default(z.boolean(), false),
  dirty: z._default(z.boolean(), false),
  maxCost: z.optional(z.number().check(z.positive())),
});

type StepInput = z.output<typeof input>;

const kindOf: Readonly<Record<AnswerStep, PromptKind>> = {
  process: 'orchestrator',
  'save-analysis': 'analysis',
  complete: 'implementation',
};

/**
 * Has one step of a session done by a model or an agent: gives its prompt, asks, and takes the answer. When
 * sections of a plan are missing after all follow-ups, `planning.missing` names them.
 *
 * @throws MoveNotAllowedError when an earlier result is missing
 * @throws ExecutionFailedError, CostCeilingError, AnswerRejectedError
 */
export const runStep = guarded(
  needs.runStep,
  input,
  async (deps: FollowedDeps, given): Promise<StepRunOutput> => {
    const { session, settings } = await settled(deps, given);
    const program = programOf(deps, session, settings, async () =>
      withTemplate(await findSession(deps, session.id), given),
    );
    const key = { step: given.step, part: partOf(session, given) };
    const result = await performed(await program.task(key), deps.follow.signal);
    return outputOf(deps, await findSession(deps, session.id), key, result);
  },
);

/** A plan that lacks sections after all is a result: done in part. */
async function performed({ perform }: RunTask, signal: AbortSignal): Promise<StepOutput> {
  try {
    return readStepOutput((await perform({ signal, comment: null })).output);
  } catch (error) {
    if (!(error instanceof PlanIncompleteError)) throw error;
    const { attempt, executions, cost } = error;
    return { attempt, executions: [...executions], cost, missing: [], verified: null };
  }
}

async function settled(deps: FollowedDeps, given: StepInput) {
  const { phase } = stepFacts[given.step];
  const settings = await settleSettings(
    deps,
    { ...given, models: {}, until: phase, approve: 'none', parts: given.part !== undefined },
    null,
  );
  await requireModels(deps, settings);
  const found = await findSession(deps, given.session);
  const command = { ...settings, dirty: given.dirty };
  await requireImplementable(deps, found, command);
  const session = given.quick ? await skipAnalysis(sessionPorts(deps), found) : found;
  return { session, settings: command };
}

function withTemplate(session: Session, { step, template }: StepInput): Session {
  if (template === undefined) return session;
  return { ...session, templates: { ...session.templates, [kindOf[step]]: template } };
}

/** Once parts are begun, the one that is worked on, or the next, is meant when none is named. */
function partOf({ state }: Session, { step, part }: StepInput): number | null {
  if (step !== 'complete') return null;
  if (part !== undefined) return part;
  return state.parts && (presentPart(state.parts) ?? nextPart(state.parts) ?? 1);
}

async function outputOf(
  deps: FollowedDeps,
  session: Session,
  { step, part }: TaskKey,
  { attempt, executions, cost, missing }: StepOutput,
): Promise<StepRunOutput> {
  const planning = step === 'process' ? await planningOf(deps.store.journal, session) : null;
  return {
    session: sessionView(session),
    step,
    part,
    attempt,
    executions,
    cost: inDollars(cost),
    answer: await attemptText(deps.store.journal, attempt),
    planning: planning && planningView(planning),
    missing,
    evidence: await evidenceOf(deps, attempt),
    secrets: await standingSecrets(deps, session),
    next: planning?.missing.length ? `${nextCommand(session)} --append` : nextCommand(session),
  };
}
