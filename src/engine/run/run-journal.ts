import type { RunId } from '../../base/ids.js';
import type { Json } from '../../models/spec/model-request.js';
import type { Gate, GateDecision, Run, RunOwner, RunProblem, RunStatus, RunStep } from './run.js';

/** How a try at a step ended. */
export interface StepEnd {
  readonly status: 'done' | 'failed';
  readonly at: Date;
  readonly output: Json;
  /** The value that later steps see; null where they find it elsewhere. */
  readonly result: Json;
  readonly problem: RunProblem | null;
  /** The checksum of what a person has to approve; null where nobody has to. */
  readonly gate: Gate['checksum'] | null;
}

/** Where runs are kept. Each method is one transaction, durable when it returns. */
export interface RunJournal {
  create(run: Run): Promise<void>;
  run(id: RunId): Promise<Run | null>;
  /** Changes how a run goes from now on, and what it is given. */
  settle(id: RunId, change: Pick<Run, 'settings' | 'inputs'>, at: Date): Promise<void>;
  /** The newest run on a subject; null when there is none. */
  latestOn(kind: string, subject: string): Promise<Run | null>;
  /** Its tries, in order. */
  steps(run: RunId): Promise<readonly RunStep[]>;
  /**
   * Makes a process the owner of a run that has none, or whose owner is this one.
   * @returns false when another process was quicker
   */
  take(run: RunId, owner: RunOwner, replaces: RunOwner | null, at: Date): Promise<boolean>;
  /**
   * Gives it up, with how it stands.
   * @throws RunBusyError when another process has taken it over
   */
  leave(
    run: RunId,
    owner: RunOwner,
    status: Exclude<RunStatus, 'running'>,
    problem: RunProblem | null,
    at: Date,
  ): Promise<void>;
  /**
   * Gives it up as completed, with what it brought forth.
   * @throws RunBusyError when another process has taken it over
   */
  complete(run: RunId, owner: RunOwner, outputs: Json, at: Date): Promise<void>;
  /**
   * Calls a run off, whoever is at it.
   * @returns false when it has come to its end, or was called off before
   */
  cancel(run: RunId, at: Date): Promise<boolean>;
  /**
   * Writes a try before its work begins.
   * @throws RunBusyError when another process has taken the run over
   */
  begin(run: RunId, owner: RunOwner, key: string, at: Date): Promise<RunStep>;
  /** @throws RunBusyError when another process has taken the run over */
  finish(run: RunId, owner: RunOwner, position: number, end: StepEnd): Promise<void>;
  /**
   * Decides an open gate, when it is about exactly this content.
   * @param edited the value that later steps see in the place of its result; undefined when that stays
   * @throws GateClosedError when it was decided already, or its content is another by now
   */
  decide(
    run: RunId,
    position: number,
    checksum: Gate['checksum'],
    decision: Exclude<GateDecision, { is: 'pending' }>,
    edited?: Json,
  ): Promise<void>;
  /** Says that what came after a try does not count any more. */
  makeStale(run: RunId, positions: readonly number[]): Promise<void>;
}
