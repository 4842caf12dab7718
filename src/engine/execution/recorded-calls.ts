import { redactSecrets } from '../../base/text/secrets.js';
import { type ModelAnswer, unknownUsage } from '../../models/spec/model-answer.js';
import { ModelCallError } from '../../models/spec/model-fault.js';
import type { ModelRequest } from '../../models/spec/model-request.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { Price } from '../../models/spec/price.js';
import { type CallBudget, callBudget, withinBudget } from './call-budget.js';
import type { ConversationEnd } from './conversation-end.js';
import { estimateTokens } from './estimate-tokens.js';
import type { NewExecution, ToolUse } from './execution.js';
import type { CallEnd, NewCall } from './execution-journal.js';
import { inBatch } from './execution-place.js';
import type { ExecutionPorts } from './execution-ports.js';
import type { ExecutionRequest } from './execution-request.js';
import { Spending } from './spending.js';

/** All that is needed to hold a conversation. */
export interface ConversationParts {
  readonly ports: ExecutionPorts;
  readonly model: OpenModel;
  /** Null when the price list does not know the model. */
  readonly price: Price | null;
  readonly execution: NewExecution;
  readonly request: ExecutionRequest;
}

/**
 * The calls of one execution: each is on record before it is made. How one ended is written together with
 * the next, or with the end of the execution.
 */
export class RecordedCalls {
  readonly #parts: ConversationParts;
  readonly #spending: Spending;
  #made = 0;
  /** The last call, once it is over. */
  #ended: CallEnd | null = null;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
    this.#spending = new Spending(parts.price);
  }

  /** How many are on record. */
  get made(): number {
    return this.#made;
  }

  /**
   * Puts the next call on record, and gives what is asked in it: as much as there is money for.
   * @throws CostCeilingError, PriceUnknownError; the call is not on record then
   */
  async begin(request: ModelRequest, round: number, waitedMs: number): Promise<ModelRequest> {
    const budget = await this.#budget(request);
    const at = this.#parts.ports.clock.now();
    await this.#write({ number: this.#made + 1, round, at, waitedMs, reserved: budget.reserved });
    this.#made++;
    this.#ended = null;
    this.#spending.reserve(budget.reserved);
    return withinBudget(request, budget);
  }

  succeeded(answer: ModelAnswer): void {
    const { usage, requestId } = answer;
    this.#ended = { ...this.#end('succeeded'), usage, requestId, cost: this.#spending.take(answer) };
  }

  failed(error: unknown): void {
    this.#ended = { ...this.#end('failed'), ...this.#whatFailed(error) };
  }

  /** The tools that were used after the last call. */
  used(toolUses: readonly ToolUse[]): void {
    this.#ended = { ...this.#lastEnd(), toolUses };
  }

  /** The last call, and what all of them took. */
  end(): Omit<ConversationEnd, 'answer'> {
    return { ended: this.#lastEnd(), ...this.#spending.total };
  }

  async #write(call: NewCall): Promise<void> {
    const { ports, execution, request } = this.#parts;
    if (this.#made === 0) return ports.journal.begin(execution, call, request.ceilings);
    return ports.journal.next(execution, this.#lastEnd(), call, request.ceilings);
  }

  async #budget(request: ModelRequest): Promise<CallBudget> {
    const { ports, model, price, execution, request: given } = this.#parts;
    const left = await ports.journal.left(execution, given.ceilings);
    return callBudget({
      model,
      price,
      inputTokens: price === null ? 0 : estimateTokens(request),
      parameters: request.parameters,
      left: left === null ? null : left + this.#spending.freedBy(this.#ended),
      mayShorten: inBatch(execution.place) === null,
    });
  }

  #whatFailed(error: unknown): Partial<CallEnd> {
    if (!(error instanceof ModelCallError)) {
      const message = redactSecrets(error instanceof Error ? error.message : String(error));
      return { message, cost: this.#spending.takeNothing(null) };
    }
    const { message, details } = error;
    const { fault, status, requestId, partial } = details;
    const cost = partial === null ? this.#spending.takeNothing(fault) : this.#spending.take(partial);
    return { usage: partial?.usage ?? unknownUsage, cost, requestId, fault, httpStatus: status, message };
  }

  #lastEnd(): CallEnd {
    if (this.#ended === null) throw new Error('no call is over yet');
    return this.#ended;
  }

  #end(status: CallEnd['status']): CallEnd {
    return {
      number: this.#made,
      status,
      at: this.#parts.ports.clock.now(),
      usage: unknownUsage,
      cost: null,
      requestId: null,
      fault: null,
      httpStatus: null,
      message: null,
      toolUses: [],
    };
  }
}
