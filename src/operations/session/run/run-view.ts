import { redactSecrets } from '../../../base/text/secrets.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { ExecutionSummary } from '../../../engine/execution/execution.js';
import type { GateDecision, Run, RunStep } from '../../../engine/run/run.js';
import { nextCommand } from '../../../engine/session/next-command.js';
import { attemptText } from '../../../engine/session/results.js';
import { readTaskKey } from '../../../engine/session/run/task-key.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { findSession } from '../find-session.js';
import { sessionView } from '../views/session-view.js';
import { standingSecrets } from '../views/standing-secrets.js';
import { askedBy } from './asked-by.js';
import { evidenceOf } from './evidence-view.js';
import type { GateView, RunOutput, RunStepView } from './run-outputs.js';
import { readRunSettings } from './run-settings.js';
import { runCommand } from './run-standing.js';
import { standingGate } from './standing-gate.js';
import { readStepOutput, stepOutputOrNull } from './step-output.js';

const PREVIEW_LENGTH = 4000;

/** A run as it stands, with what waits for somebody's word. */
export async function runOutputOf(
  deps: Deps,
  runId: Run['id'],
  { hint }: { readonly hint?: string | undefined } = {},
): Promise<RunOutput> {
  const { runs } = executionsOf(deps);
  const run = await runs.run(runId);
  if (run === null) throw new Error(`the run ${runId} is gone`);
  const session = await findSession(deps, run.subject);
  const steps = await runs.steps(run.id);
  const asked = await executionsOf(deps).executions.ofSession(session.id);
  const views = steps.map((step) => stepView(step, asked));
  const gate = standingGate(session, steps);
  const { until, models } = readRunSettings(run.settings);
  return {
    session: sessionView(session),
    run: { id: run.id, status: run.status, until, models, problem: run.problem },
    hint: hint ?? null,
    notes: [],
    steps: views,
    gate: gate && (await gateView(deps, gate)),
    evidence: gate === null ? await lastEvidence(deps, steps) : null,
    cost: views.reduce<number | null>(
      (sum, { cost }) => (sum === null || cost === null ? null : sum + cost),
      0,
    ),
    secrets: await standingSecrets(deps, session),
    next: runCommand(run, gate, session) ?? nextCommand(session),
  };
}

function stepView(step: RunStep, asked: readonly ExecutionSummary[]): RunStepView {
  const { key, attempt, status, startedAt, finishedAt, output, gate, problem } = step;
  const brought = stepOutputOrNull(output) ?? { ...nothing, ...askedBy(step, asked) };
  const { attempt: answer, executions, cost, missing, verified } = brought;
  const decision = gate?.decision;
  return {
    ...readTaskKey(key),
    attempt,
    status,
    startedAt,
    finishedAt,
    answer,
    executions,
    cost: inDollars(cost),
    missing,
    verified,
    gate: decision ? { decision: decision.is, comment: commentOf(decision) } : null,
    problem,
  };
}

function commentOf(decision: GateDecision): string | null {
  return decision.is === 'pending' ? null : decision.comment && redactSecrets(decision.comment);
}

const nothing = { attempt: null, missing: [], verified: null };

async function lastEvidence(deps: Deps, steps: readonly RunStep[]): Promise<RunOutput['evidence']> {
  const done = steps.findLast(({ key, status }) => readTaskKey(key).step === 'complete' && status === 'done');
  const output = done === undefined ? null : stepOutputOrNull(done.output);
  return output && evidenceOf(deps, output.attempt);
}

async function gateView(deps: Deps, step: RunStep): Promise<GateView> {
  const { attempt, missing } = readStepOutput(step.output);
  const text = await attemptText(deps.store.journal, attempt);
  return {
    ...readTaskKey(step.key),
    attempt,
    preview: text.length > PREVIEW_LENGTH ? `${text.slice(0, PREVIEW_LENGTH)}…` : text,
    missing,
    evidence: await evidenceOf(deps, attempt),
  };
}
