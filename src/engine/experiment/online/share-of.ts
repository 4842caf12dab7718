import { assignVariant } from '../assignment/assign-variant.js';
import type { Experiment } from '../experiment.js';
import { designOf } from './design-of.js';
import type { NewAssignment } from './new-assignment.js';
import type { OnlineTerms } from './online-terms.js';
import { type Entrant, unitOf, userKey } from './unit-key.js';

/** What a session gets of an experiment. */
export type Share = Pick<NewAssignment, 'variant' | 'chosen'>;

/** An experiment that decides about new sessions, with its terms. */
export interface DecidingExperiment {
  readonly experiment: Experiment;
  readonly terms: OnlineTerms;
}

/**
 * What a session that begins gets of an experiment; null when it takes no part. A user who has a variant keeps it, also
 * while the experiment is paused; who has none gets none then.
 *
 * @param kept what the user got before; null for the first session, and where sessions are shared out
 */
export function shareOf(
  { experiment, terms }: DecidingExperiment,
  entrant: Entrant,
  kept: Share | null,
): Share | null {
  if (kept !== null) return { variant: kept.variant, chosen: false };
  if (experiment.status !== 'running') return null;
  const assigned = assignVariant(designOf(experiment, terms), unitOf(experiment.unit, entrant));
  if (assigned.is === 'assigned') return { variant: assigned.variant + 1, chosen: false };
  return assigned.why === 'hold-out' ? { variant: null, chosen: false } : null;
}

/**
 * What is kept of it: of a user that he has the variant, so that he keeps it, and of the session that it took part. A
 * variant that was chosen for a session is that session's only.
 */
export function assignmentsOf(
  experiment: Experiment,
  entrant: Entrant,
  share: Share,
): readonly NewAssignment[] {
  const { id } = experiment;
  const ofSession = { experiment: id, unit: entrant.session, ...share };
  if (experiment.unit !== 'user' || share.chosen) return [ofSession];
  return [{ experiment: id, unit: userKey(entrant.user), ...share }, ofSession];
}
