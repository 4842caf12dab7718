import { hostname } from 'node:os';
import { newRunId } from '../../../base/ids.js';
import { isProcessAlive } from '../../../base/process/is-process-alive.js';
import { processStart } from '../../../base/process/process-start.js';
import type { RunPorts } from '../../../engine/run/advance-run.js';
import type { Run, RunOwner } from '../../../engine/run/run.js';
import type { Session } from '../../../engine/session/session.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import type { RunSettings } from './run-settings.js';

/** The kind of these runs. */
const KIND = 'session';

/** A process of another machine cannot be asked. */
const SILENT_MS = 6 * 60 * 60_000;

/** The newest run of a session; null when it was never run. */
export function latestRun(deps: Deps, session: Session): Promise<Run | null> {
  return executionsOf(deps).runs.latestOn(KIND, session.id);
}

/** Puts a new run of a session on record. */
export async function createRun(deps: Deps, session: Session, settings: RunSettings): Promise<Run> {
  const now = deps.clock.now();
  const run: Run = {
    id: newRunId(),
    kind: KIND,
    subject: session.id,
    settings,
    status: 'stopped',
    owner: null,
    problem: null,
    actor: deps.config.values.actor,
    createdAt: now,
    updatedAt: now,
  };
  await executionsOf(deps).runs.create(run);
  return run;
}

/** What the engine needs to take a run further. */
export function runPorts(deps: Deps): RunPorts {
  const { clock } = deps;
  const isGone = (owner: RunOwner, seen: Date) => isOwnerGone(owner, seen, clock.now());
  return { journal: executionsOf(deps).runs, clock, owner: thisProcess(), isGone };
}

function thisProcess(): RunOwner {
  const began = new Date(performance.timeOrigin).toISOString();
  return { host: hostname(), pid: process.pid, started: processStart(process.pid) ?? began };
}

/**
 * Of this machine's processes it is known whether they are there, whatever the clock says, and whether the number
 * is another one's by now. Others are given up on when they have said nothing for long.
 */
function isOwnerGone({ host, pid, started }: RunOwner, seen: Date, now: Date): boolean {
  const here = thisProcess();
  const isSilent = now.getTime() - seen.getTime() > SILENT_MS;
  if (host !== here.host) return isSilent;
  if (pid === here.pid) return started !== here.started;
  if (!isProcessAlive(pid)) return true;
  const start = processStart(pid);
  return start === null ? isSilent : start !== started;
}
