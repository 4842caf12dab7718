import type { OpenGate } from '../../../engine/run/open-gate.js';
import type { Run } from '../../../engine/run/run.js';
import { readTaskKey, type TaskKey } from '../../../engine/session/run/task-key.js';
import type { Session } from '../../../engine/session/session.js';
import type { Deps } from '../../deps.js';
import { latestRun } from './session-runs.js';
import { standingGate } from './standing-gate.js';

/** A run of a session that is not at its end, as whoever looks at the session has to know it. */
export interface RunStanding {
  readonly run: Run;
  /** What waits for somebody's word; null when nothing does. */
  readonly waiting: TaskKey | null;
  /** The command that takes it further. */
  readonly next: string;
}

/** How the newest run of a session stands; null when there is none, or when it is at its end. */
export async function runStanding(deps: Deps, session: Session): Promise<RunStanding | null> {
  if (deps.executions === null) return null;
  const run = await latestRun(deps, session);
  if (run === null) return null;
  const gate = standingGate(session, await deps.executions.runs.steps(run.id));
  const next = runCommand(run, gate, session);
  return next === null ? null : { run, waiting: gate && readTaskKey(gate.key), next };
}

/** The command that takes a run further; null when it is at its end, or went as far as it was meant to. */
export function runCommand(
  { subject, status, problem }: Run,
  gate: OpenGate | null,
  { state }: Session,
): string | null {
  if (gate !== null) return `prompt-runner orchestrate approve ${subject}`;
  // The model was asked often enough: whoever has not written what is missing by hand is told to.
  const lacking = problem?.code === 'PLAN_INCOMPLETE' && state.steps.process.state === 'incomplete';
  if (lacking) return `prompt-runner orchestrate process --session ${subject} --append --edit`;
  const unfinished = status !== 'completed' && (status !== 'stopped' || problem !== null);
  return unfinished ? `prompt-runner orchestrate run --resume ${subject}` : null;
}
