import type { Effect } from '../effect.js';

/** How an effect was calculated; docs/decisions/0011-statistics.md tells when which one is taken, and why. */
export type Method =
  | 'exact'
  | 'score'
  | 'conservative-score'
  | 'paired-conservative-score'
  | 'paired-score'
  | 'welch'
  | 'clustered'
  | 'paired-t'
  | 'bootstrap'
  | 'delta'
  | 'always-valid';

/** An effect, and how it was come by. */
export interface Comparison extends Effect {
  readonly method: Method;
  /** How many independent units it rests on: pairs, where units are matched. */
  readonly units: number;
}
