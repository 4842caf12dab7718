import * as z from 'zod/mini';
import { GateClosedError } from '../../../engine/run/errors.js';
import { isOpenGate, type OpenGate } from '../../../engine/run/open-gate.js';
import type { Run } from '../../../engine/run/run.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { givenFile } from '../../template/template-input.js';
import { utf8Text } from '../../template/utf8-text.js';
import { RunOverError } from './errors.js';
import { findRun } from './find-run.js';
import { onlyGate } from './only-gate.js';
import { programOfRun } from './program-of-run.js';
import type { WorkflowRunOutput } from './run-outputs.js';
import { workflowRunOutputOf } from './run-view.js';

const comment = z.optional(z.string().check(z.trim(), z.minLength(1, 'A comment has to say something.')));

const what = {
  run: z._default(z.string(), 'latest'),
  /** The path of the gate; it may be left out when one is open. */
  step: z.optional(z.string()),
  /** The checksum of what was shown, or the first of its characters, at least eight. */
  content: z
    .string()
    .check(z.regex(/^[0-9a-f]{8,64}$/, 'A checksum has 8 to 64 digits and letters from a to f.')),
  comment,
};

const approval = z.object({
  ...what,
  /** The content in better words, which is approved in the place of the other. */
  edited: z.optional(givenFile),
});

/**
 * Approves exactly the content that was shown: when it is another by now, nothing happens.
 *
 * @throws NoOpenGateError when nothing waits there; WhichGateError when several gates are open
 * @throws GateClosedError when somebody else was quicker, or the content is another one
 */
export const approveGate = guarded(
  needs.approveGate,
  approval,
  async (deps: Deps, { edited, ...given }): Promise<WorkflowRunOutput> => {
    const text = edited && utf8Text(edited.bytes, edited.name);
    return decide(deps, given, text === undefined ? 'approved' : 'edited', text);
  },
);

/**
 * Turns down exactly the content that was shown: its workflow ends there, or goes back to an earlier step with the
 * comment.
 *
 * @throws NoOpenGateError when nothing waits there; WhichGateError when several gates are open
 * @throws GateClosedError when somebody else was quicker, or the content is another one
 */
export const rejectGate = guarded(
  needs.rejectGate,
  z.object(what),
  (deps: Deps, given): Promise<WorkflowRunOutput> => decide(deps, given, 'rejected'),
);

interface GivenDecision {
  readonly run: string;
  readonly step?: string | undefined;
  readonly content: string;
  readonly comment?: string | undefined;
}

async function decide(
  deps: Deps,
  given: GivenDecision,
  is: 'approved' | 'edited' | 'rejected',
  edited?: string,
): Promise<WorkflowRunOutput> {
  const { runs } = executionsOf(deps);
  const run = await findRun(deps, given.run);
  const gate = await openGateAt(deps, run, given.step);
  const { checksum } = gate.gate;
  if (!checksum.startsWith(given.content)) throw anotherContent(run, gate);
  const { actor } = deps.config.values;
  const decision = { is, comment: given.comment ?? null, actor, at: deps.clock.now() };
  await runs.decide(run.id, gate.position, checksum, decision, edited);
  return workflowRunOutputOf(deps, run.id, (await programOfRun(deps, run)).program);
}

async function openGateAt(deps: Deps, run: Run, step: string | undefined): Promise<OpenGate> {
  if (run.cancelledAt !== null) throw new RunOverError(`The run ${run.id} was cancelled.`);
  const open = (await executionsOf(deps).runs.steps(run.id)).filter(isOpenGate);
  return onlyGate(run.id, open, ({ key }) => key, step);
}

function anotherContent(run: Run, { key }: OpenGate): GateClosedError {
  return new GateClosedError(`What waits at "${key}" is not what was shown any more.`, {
    hint: 'Look at it again, then decide.',
    next: `prompt-runner workflow status ${run.id}`,
  });
}
