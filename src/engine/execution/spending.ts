import { costOf } from '../../models/spec/cost.js';
import { type ModelAnswer, type TokenUsage, unknownUsage } from '../../models/spec/model-answer.js';
import type { FaultClass } from '../../models/spec/model-fault.js';
import type { Price } from '../../models/spec/price.js';
import { addUsage, sum } from './add-usage.js';
import { nanoDollars } from './dollars.js';
import type { NanoDollars } from './execution.js';
import type { CallEnd } from './execution-journal.js';

/** What a provider refused to do. */
const refusals: ReadonlySet<FaultClass> = new Set([
  'rate-limited',
  'auth',
  'not-found',
  'bad-request',
  'agent-missing',
]);

/** What the calls of an execution take. */
export class Spending {
  readonly #price: Price | null;
  #usage: TokenUsage | null = null;
  #cost: NanoDollars | null = 0;
  /** For the last call. */
  #reserved: NanoDollars = 0;

  constructor(price: Price | null) {
    this.#price = price;
  }

  reserve(amount: NanoDollars | null): void {
    this.#reserved = amount ?? 0;
  }

  /** What was reserved for the last call and not taken: the journal does not know of its end yet. */
  freedBy(ended: CallEnd | null): NanoDollars {
    return ended === null ? 0 : this.#reserved - (ended.cost ?? this.#reserved);
  }

  /** Adds an answer, or a part of one, and gives what it cost. */
  take({ usage, reportedCost }: ModelAnswer): NanoDollars | null {
    const cost = reportedCost === null ? costOf(usage, this.#price) : nanoDollars(reportedCost);
    this.#usage = this.#usage === null ? usage : addUsage(this.#usage, usage);
    this.#cost = sum(this.#cost, cost);
    return cost;
  }

  /**
   * Adds a call that brought nothing. What the provider refused to do cost nothing; what broke off on the way,
   * nobody knows.
   *
   * @param fault null for a fault that is not the provider's
   */
  takeNothing(fault: FaultClass | null): NanoDollars | null {
    const isRefusal = fault !== null && refusals.has(fault);
    const cost = isRefusal || costOf(unknownUsage, this.#price) === 0 ? 0 : null;
    this.#cost = sum(this.#cost, cost);
    return cost;
  }

  /** Of all calls together. */
  get total(): { readonly usage: TokenUsage; readonly cost: NanoDollars | null } {
    return { usage: this.#usage ?? unknownUsage, cost: this.#cost };
  }
}
