import type { NanoDollars } from '../../execution/execution.js';
import type { CallKey, OptimizationCall } from '../optimization-call.js';

/** What a part of the search may spend; null is no limit. */
export interface Allowance {
  readonly calls: number | null;
  readonly cost: NanoDollars | null;
}

/** Of a cost, no more is set aside for later. */
const MOST_KEPT = 0.3;

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
  /** The most that one call of each kind has cost: the next ones count with that. */
  readonly #dearest: Record<CallKind, NanoDollars>;
  /** Calls for rows. */
  #kept = 0;

  /** @param dearestRow the most that a call for a row has cost before */
  constructor(allowance: Allowance, dearestRow: NanoDollars = 0) {
    this.#allowance = allowance;
    this.#dearest = { row: dearestRow, reflection: 0 };
  }

  /** The calls that it had, each once. */
  get calls(): number {
    return this.#paid.size;
  }

  /** The most that a call for a row has cost. */
  get dearestRow(): NanoDollars {
    return this.#dearest.row;
  }

  /** Sets calls for rows aside for later, until others are. */
  keep(calls: number): void {
    this.#kept = calls;
  }

  /** Whether the allowance is enough for some more calls. */
  affords(kind: CallKind, keys: readonly CallKey[]): boolean {
    const more = keys.filter((key) => !this.#paid.has(key)).length;
    if (more === 0) return true;
    const { calls, cost } = this.#allowance;
    if (calls !== null && this.#paid.size + more + this.#kept > calls) return false;
    if (cost === null) return true;
    const kept = Math.min(this.#kept * this.#dearest.row, cost * MOST_KEPT);
    return this.#cost + more * this.#dearest[kind] + kept <= cost;
  }

  /** @throws AllowanceUsedUp when it is not enough */
  require(kind: CallKind, keys: readonly CallKey[]): void {
    if (!this.affords(kind, keys)) throw new AllowanceUsedUp();
  }

  /** Takes what a call has cost; one of unknown cost counts as if it cost nothing. */
  pay(kind: CallKind, key: CallKey, cost: NanoDollars | null): void {
    if (this.#paid.has(key)) return;
    this.#paid.add(key);
    this.#cost += cost ?? 0;
    this.#dearest[kind] = Math.max(this.#dearest[kind], cost ?? 0);
  }
}

type CallKind = OptimizationCall['is'];
