import type { RunId } from '../../../base/ids.js';
import type { Json } from '../../../models/spec/model-request.js';
import { GateClosedError } from '../../run/errors.js';
import type { GateDecision, Run, RunOwner, RunStatus, RunStep } from '../../run/run.js';
import type { RunJournal, StepEnd } from '../../run/run-journal.js';

/** The journal of one run that leaves no trace: for trying a workflow out. */
export class MemoryJournal implements RunJournal {
  #run: Run;
  readonly #steps: RunStep[] = [];

  constructor(run: Run) {
    this.#run = run;
  }

  async create(run: Run): Promise<void> {
    this.#run = run;
  }

  async run(): Promise<Run> {
    return this.#run;
  }

  async settle(_id: RunId, change: Pick<Run, 'settings' | 'inputs'>, at: Date): Promise<void> {
    this.#change({ settings: change.settings, inputs: change.inputs }, at);
  }

  async latestOn(): Promise<Run> {
    return this.#run;
  }

  async steps(): Promise<readonly RunStep[]> {
    return [...this.#steps];
  }

  async take(_run: RunId, owner: RunOwner, _replaces: RunOwner | null, at: Date): Promise<boolean> {
    this.#change({ owner, status: 'running', problem: null }, at);
    return true;
  }

  async leave(
    _run: RunId,
    _owner: RunOwner,
    status: Exclude<RunStatus, 'running'>,
    problem: Run['problem'],
    at: Date,
  ): Promise<void> {
    this.#change({ owner: null, status, problem }, at);
  }

  async complete(_run: RunId, _owner: RunOwner, outputs: Json, at: Date): Promise<void> {
    this.#change({ owner: null, status: 'completed', outputs }, at);
  }

  async cancel(_run: RunId, at: Date): Promise<boolean> {
    this.#change({ cancelledAt: at }, at);
    return true;
  }

  async begin(run: RunId, _owner: RunOwner, key: string, at: Date): Promise<RunStep> {
    const step: RunStep = {
      run,
      position: this.#steps.length + 1,
      key,
      attempt: 1 + this.#steps.filter((other) => other.key === key).length,
      status: 'started',
      startedAt: at,
      finishedAt: null,
      output: null,
      result: null,
      execution: null,
      problem: null,
      gate: null,
    };
    this.#steps.push(step);
    return step;
  }

  async finish(
    _run: RunId,
    _owner: RunOwner,
    position: number,
    { at, gate, ...end }: StepEnd,
  ): Promise<void> {
    const decision = { is: 'pending' } as const;
    this.#replace(position, {
      ...end,
      finishedAt: at,
      gate: gate === null ? null : { checksum: gate, decision },
    });
  }

  async decide(
    _run: RunId,
    position: number,
    checksum: string,
    decision: Exclude<GateDecision, { is: 'pending' }>,
    edited?: Json,
  ): Promise<void> {
    if (this.#steps[position - 1]?.gate?.checksum !== checksum)
      throw new GateClosedError('The gate is about another content.');
    this.#replace(position, {
      gate: { checksum, decision },
      ...(edited !== undefined && { result: edited }),
    });
  }

  async makeStale(_run: RunId, positions: readonly number[]): Promise<void> {
    for (const position of positions) this.#replace(position, { status: 'stale' });
  }

  #change(change: Partial<Run>, at: Date): void {
    this.#run = { ...this.#run, ...change, updatedAt: at };
  }

  #replace(position: number, change: Partial<RunStep>): void {
    const step = this.#steps[position - 1];
    if (step === undefined) throw new Error(`there is no try ${position}`);
    this.#steps[position - 1] = { ...step, ...change };
  }
}
