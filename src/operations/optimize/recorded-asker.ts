import type { ProcessIdentity } from '../../base/process/process-identity.js';
import { ExecutionFailedError, ResponseSchemaError } from '../../engine/execution/errors.js';
import { execute } from '../../engine/execution/execute.js';
import type { HeldPlace } from '../../engine/execution/execution-place.js';
import type { ExecutionPorts } from '../../engine/execution/execution-ports.js';
import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import type { Optimization } from '../../engine/optimize/optimization.js';
import type { CallAnswer, OptimizationCall } from '../../engine/optimize/optimization-call.js';
import type { OptimizationJournal } from '../../engine/optimize/optimization-journal.js';
import { OptimizationPausedError } from './optimization-paused-error.js';

/** So many calls that fail one after the other, and none before that did not: it is not the rows. */
const MOST_IN_VAIN = 5;

/** A question on its way to a model. */
export interface PreparedCall {
  readonly ports: ExecutionPorts;
  readonly request: ExecutionRequest;
}

interface Asking {
  readonly journal: Pick<OptimizationJournal, 'recorded'>;
  readonly optimization: Pick<Optimization, 'id'>;
  /** The process that has the optimisation. */
  readonly owner: ProcessIdentity;
  /** Aborted when nothing more shall be asked; what is on its way comes to its end. */
  readonly drain: AbortSignal;
  /** What a question is made of; null when the candidate cannot be put to that row. */
  prepare(call: OptimizationCall): Promise<PreparedCall | null>;
}

/**
 * Answers the questions of an optimisation: from the record, or by a model. Each call is on record before it is made. Once
 * one could not be made, none is begun any more.
 */
export class RecordedAsker {
  readonly #asking: Asking;
  readonly #onTheWay = new Set<Promise<CallAnswer>>();
  /** Why nothing more is asked; null as long as there is no reason. */
  #end: { readonly error: unknown } | null = null;
  #isAnswered = false;
  #inVain = 0;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /** @throws OptimizationPausedError when somebody wanted an end, and what concerns all calls */
  async ask(call: OptimizationCall, signal: AbortSignal): Promise<CallAnswer> {
    const { journal, optimization, drain } = this.#asking;
    const known = await journal.recorded(optimization.id, call.key);
    if (known !== null) return known;
    if (drain.aborted) this.#end ??= { error: new OptimizationPausedError(optimization.id) };
    if (this.#end !== null) throw this.#end.error;
    return this.#followed(this.#askModel(call, signal));
  }

  /** Waits for the calls on their way: each of them is paid for, and belongs on record. */
  async settle(): Promise<void> {
    this.#end ??= { error: new OptimizationPausedError(this.#asking.optimization.id) };
    while (this.#onTheWay.size > 0) await Promise.allSettled(this.#onTheWay);
  }

  async #followed(answer: Promise<CallAnswer>): Promise<CallAnswer> {
    this.#onTheWay.add(answer);
    try {
      return await answer;
    } catch (error) {
      this.#end ??= { error };
      throw error;
    } finally {
      this.#onTheWay.delete(answer);
    }
  }

  async #askModel(call: OptimizationCall, signal: AbortSignal): Promise<CallAnswer> {
    const prepared = await this.#asking.prepare(call);
    if (prepared === null) return { text: null, cost: 0 };
    const { optimization, owner } = this.#asking;
    const row = call.is === 'row' ? call.row.row : null;
    const place: HeldPlace = { optimization: optimization.id, key: call.key, row, owner };
    const { ports, request } = prepared;
    try {
      const { answer, cost } = await execute(ports, { ...request, place }, { signal });
      this.#isAnswered = true;
      return { text: answer.text, cost };
    } catch (error) {
      return this.#afterFailure(call, error);
    }
  }

  /** What the record says of it counts: whoever goes on with it later sees the same. */
  async #afterFailure({ key }: OptimizationCall, error: unknown): Promise<CallAnswer> {
    if (!(error instanceof ExecutionFailedError || error instanceof ResponseSchemaError)) throw error;
    const { journal, optimization } = this.#asking;
    const recorded = await journal.recorded(optimization.id, key);
    if (recorded === null) throw error;
    this.#isAnswered ||= recorded.text !== null;
    if (!this.#isAnswered && ++this.#inVain >= MOST_IN_VAIN) throw error;
    return recorded;
  }
}
