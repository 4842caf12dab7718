import type { NanoDollars } from '../execution/execution.js';
import type { OptimizationRow } from './optimization-row.js';

/**
 * What a call is found by again. The same question in the same place of a search has the same key, in every run:
 * at most 100 characters of ASCII.
 */
export type CallKey = string;

/** A question that an optimisation puts to a model. */
export type OptimizationCall = RowCall | ReflectionCall;

/** The prompt with a candidate in it, for a row. */
export interface RowCall {
  readonly is: 'row';
  readonly key: CallKey;
  /** The template of the message that is written anew. */
  readonly template: string;
  readonly row: OptimizationRow;
}

/** A question for the reflecting model, whose answer is a proposal. */
export interface ReflectionCall {
  readonly is: 'reflection';
  readonly key: CallKey;
  /** One message of a user. */
  readonly text: string;
}

/** What came of a call. */
export interface CallAnswer {
  /** Null when there is none, which is on record too: it is not asked again. */
  readonly text: string | null;
  /** Null is unknown. */
  readonly cost: NanoDollars | null;
}
