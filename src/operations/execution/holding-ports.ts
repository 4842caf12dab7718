import { isProcessGone, thisProcess } from '../../base/process/process-identity.js';
import type { HoldingPorts } from '../../engine/run/hold-run.js';
import type { RunOwner } from '../../engine/run/run.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';

/** A process of another machine cannot be asked. */
const SILENT_MS = 6 * 60 * 60_000;

/** What it takes to be the one who is at a run: this process, and a look at the others. */
export function holdingPorts(deps: Deps): HoldingPorts {
  const { clock } = deps;
  const isGone = (owner: RunOwner, seen: Date) =>
    isProcessGone(owner, clock.now().getTime() - seen.getTime() > SILENT_MS);
  return { journal: executionsOf(deps).runs, clock, owner: thisProcess(), isGone };
}
