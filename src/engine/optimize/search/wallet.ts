import type { NanoDollars } from '../../execution/execution.js';
import type { CallKey } from '../optimization-call.js';

/** What a part of the search may spend; null is no limit. */
export interface Allowance {
  readonly calls: number | null;
  readonly cost: NanoDollars | null;
}

/** What the next calls would take is more than is left. It ends a search, and nobody is told. */
export class AllowanceUsedUp extends Error {
  override readonly name = 'AllowanceUsedUp';
}

/**
 * What a part of the search has spent, counted by the answers that it had and in their order, so that the same answers
 * end it at the same place, whether they were on record or not. A call that it had before costs nothing.
 */
export class Wallet {
  readonly #allowance: Allowance;
  readonly #paid = new Set<CallKey>();
  #cost: NanoDollars = 0;
  /** The most that one call has cost: the next ones count with that. */
  #dearest: NanoDollars;
  #kept = 0;

  /** @param dearest the most that a call has cost before */
  constructor(allowance: Allowance, dearest: NanoDollars = 0) {
    this.#allowance = allowance;
    this.#dearest = dearest;
  }

  /** The calls that it had, each once. */
  get calls(): number {
    return this.#paid.size;
  }

  /** The most that one call has cost. */
  get dearest(): NanoDollars {
    return this.#dearest;
  }

  /** Sets calls aside for later, until others are. */
  keep(calls: number): void {
    this.#kept = calls;
  }

  /** Whether the allowance is enough for some more calls. */
  affords(keys: readonly CallKey[]): boolean {
    const more = keys.filter((key) => !this.#paid.has(key)).length;
    if (more === 0) return true;
    const { calls, cost } = this.#allowance;
    if (calls !== null && this.#paid.size + more + this.#kept > calls) return false;
    return cost === null || this.#cost + (more + this.#kept) * this.#dearest <= cost;
  }

  /** @throws AllowanceUsedUp when it is not enough */
  require(keys: readonly CallKey[]): void {
    if (!this.affords(keys)) throw new AllowanceUsedUp();
  }

  /** Takes what a call has cost; one of unknown cost counts as if it cost nothing. */
  pay(key: CallKey, cost: NanoDollars | null): void {
    if (this.#paid.has(key)) return;
    this.#paid.add(key);
    this.#cost += cost ?? 0;
    this.#dearest = Math.max(this.#dearest, cost ?? 0);
  }
}
