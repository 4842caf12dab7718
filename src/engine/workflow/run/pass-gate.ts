import { sha256 } from '../../../base/checksum.js';
import type { RunStep } from '../../run/run.js';
import { GateRejectedError } from './errors.js';
import type { StepPath } from './step-path.js';
import { tryOutput } from './try-record.js';
import type { Outcome, Walking } from './walking.js';

/**
 * Shows a content to people and asks what shall become of it. What was decided counts for exactly that content:
 * another one is asked about anew. What was turned down to be redone has been sent back before.
 *
 * @throws GateRejectedError when it was turned down, and the workflow ends with that
 */
export async function passGate(walking: Walking, path: StepPath, content: string): Promise<Outcome> {
  const step = await gateAbout(walking, path, content);
  const decision = step.gate?.decision;
  switch (decision?.is) {
    case 'approved':
    case 'edited':
      return { is: 'done', output: step.result };
    case 'rejected':
      throw new GateRejectedError(walking.run.id, path, decision.comment);
    default:
      return { is: 'waiting' };
  }
}

async function gateAbout(walking: Walking, path: StepPath, content: string): Promise<RunStep> {
  const checksum = sha256(content);
  const standing = walking.record.standing(path);
  if (standing?.gate?.checksum === checksum) return standing;
  if (standing !== null) await walking.forget([standing]);
  return open(walking, path, content, checksum);
}

async function open(
  { ports, run, record, watch }: Walking,
  path: StepPath,
  content: string,
  checksum: string,
): Promise<RunStep> {
  const { journal, owner, clock } = ports;
  const step = await journal.begin(run.id, owner, path, clock.now());
  const end = { status: 'done', at: clock.now(), output: tryOutput(checksum), result: content } as const;
  await journal.finish(run.id, owner, step.position, { ...end, problem: null, gate: checksum });
  const gate: RunStep = {
    ...step,
    ...end,
    finishedAt: end.at,
    gate: { checksum, decision: { is: 'pending' } },
  };
  record.put(gate);
  watch.onGate?.(gate);
  return gate;
}
