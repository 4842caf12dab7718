import type { Clock } from '../../../base/clock.js';
import { newRunId } from '../../../base/ids.js';
import type { Json } from '../../../models/spec/model-request.js';
import { isOpenGate } from '../../run/open-gate.js';
import type { Run, RunOwner, RunStep } from '../../run/run.js';
import { advanceWorkflow } from '../run/advance-workflow.js';
import type { Values } from '../run/task.js';
import type { WorkflowPorts, WorkflowProgram, WorkflowWatch } from '../run/walking.js';
import { MemoryJournal } from './memory-journal.js';
import { stubbedDecision } from './stubbed-decision.js';
import { type HarmlessWork, StubbedWork } from './stubbed-work.js';
import type { Stubs } from './stubs.js';

/** What a dry run needs of the world. */
export interface DryRunPorts {
  readonly clock: Clock;
  readonly harmless: HarmlessWork;
  readonly sleep: WorkflowPorts['sleep'];
}

/** How a dry run went. */
export interface DryRun {
  readonly outputs: Json;
  /** The tries, in the order in which they began. */
  readonly steps: readonly RunStep[];
}

const NOBODY: RunOwner = { host: '', pid: 0, started: '' };

/**
 * Goes through a workflow as a run would, with stubs for what models answer and commands print, and for what people
 * decide at gates. Nothing is put on record, asked, run or written.
 *
 * @throws StubMissingError, StubMisfitError, and what a step throws
 */
export async function dryRun(
  { clock, harmless, sleep }: DryRunPorts,
  program: WorkflowProgram,
  inputs: Values,
  stubs: Stubs,
  watch: WorkflowWatch,
): Promise<DryRun> {
  const run = unrecordedRun(clock.now());
  const journal = new MemoryJournal(run);
  const work = new StubbedWork(stubs, harmless);
  const ports = { journal, clock, work, sleep, owner: NOBODY, isGone: () => true };
  while ((await advanceWorkflow(ports, run, program, { inputs, again: [] }, watch)) === 'waiting')
    await decideGates(journal, run, stubs, clock.now());
  return { outputs: (await journal.run()).outputs, steps: await journal.steps() };
}

async function decideGates(journal: MemoryJournal, { id }: Run, stubs: Stubs, at: Date): Promise<void> {
  const steps = await journal.steps();
  for (const step of steps.filter(isOpenGate)) {
    const before = steps.filter(({ key, gate }) => key === step.key && gate?.decision.is === 'rejected');
    const decision = stubbedDecision(step, stubs, before.length);
    const comment = decision.is === 'rejected' ? decision.comment : null;
    const edited = decision.is === 'edited' ? decision.content : undefined;
    const decided = { is: decision.is, comment, actor: 'stubs', at };
    await journal.decide(id, step.position, step.gate.checksum, decided, edited);
  }
}

function unrecordedRun(now: Date): Run {
  return {
    id: newRunId(),
    kind: 'workflow',
    subject: '',
    project: null,
    version: null,
    settings: null,
    inputs: null,
    outputs: null,
    status: 'stopped',
    owner: null,
    problem: null,
    cancelledAt: null,
    actor: '',
    createdAt: now,
    updatedAt: now,
  };
}
