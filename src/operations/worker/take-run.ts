import { PromptRunnerError } from '../../base/errors.js';
import type { RunId } from '../../base/ids.js';
import { RunBusyError } from '../../engine/run/errors.js';
import type { Run } from '../../engine/run/run.js';
import { isJsonObject } from '../../models/spec/json-kind.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { isLacking } from '../model/unless-not-ready.js';
import { CommandsNotAllowedError } from '../workflow/run/errors.js';
import { programOfRun } from '../workflow/run/program-of-run.js';
import { requireAllowed, requireModels } from '../workflow/run/require-ready.js';
import { startedRun, takeFurther } from '../workflow/run/take-further.js';
import type { PieceEnd } from './durable-engine.js';
import { LATER, NOT_HERE } from './when-left.js';

/** What a worker takes runs further with. */
export interface RunPorts {
  readonly deps: Deps;
  /** Whether whoever runs the worker has agreed that commands of workflows run on this machine. */
  readonly allowCommands: boolean;
  note(message: string): void;
}

/** Takes a run as far as it goes: to its end, to a gate, or to a step that fails. */
export async function takeRun(ports: RunPorts, id: RunId): Promise<PieceEnd> {
  const run = await executionsOf(ports.deps).runs.run(id);
  if (run === null) return NOT_HERE;
  if (run.cancelledAt !== null) return { is: 'done' };
  try {
    await takeOn(ports, run);
    return { is: 'done' };
  } catch (error) {
    return whenFailed(ports, id, error);
  }
}

async function takeOn({ deps, allowCommands }: RunPorts, run: Run): Promise<void> {
  const { program, settings } = await programOfRun(deps, run);
  requireAllowed(program, allowCommands);
  const started = startedRun(run, program.workflow.name, settings);
  await requireModels(deps, program, started);
  const inputs = isJsonObject(run.inputs) ? run.inputs : {};
  const follow = { signal: new AbortController().signal };
  await takeFurther({ ...deps, follow }, run, program, started, { inputs, again: [] });
}

/** What the run itself came to is on record. This is what kept it from being taken on. */
function whenFailed({ note }: RunPorts, id: RunId, error: unknown): PieceEnd {
  if (error instanceof RunBusyError) return NOT_HERE;
  if (isLacking(error) || error instanceof CommandsNotAllowedError) {
    note(`Run ${id} is left to other workers: ${error.message}`);
    return NOT_HERE;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof PromptRunnerError) {
    note(`Run ${id} is tried again later: ${message}`);
    return LATER;
  }
  note(`Run ${id} cannot be taken on: ${message}`);
  return { is: 'done' };
}
