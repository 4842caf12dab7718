import type { ExperimentId } from '../../../base/ids.js';

/** That a unit got a variant, or is left out by the hold-out. It is never changed. */
export interface NewAssignment {
  readonly experiment: ExperimentId;
  /** The id of a session, or the key of a user. */
  readonly unit: string;
  /** The number of the variant in the experiment, from 1; null for the hold-out. */
  readonly variant: number | null;
  /** Whether somebody chose it, so that the unit says nothing of the variants. */
  readonly chosen: boolean;
}
