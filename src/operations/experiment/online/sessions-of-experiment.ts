import type { SessionId } from '../../../base/ids.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import { type OutcomeValue, sessionOutcome } from '../../../engine/experiment/online/session-outcome.js';
import { userKey } from '../../../engine/experiment/online/unit-key.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { onlineSettings } from './online-settings.js';

/** A session that takes part in an experiment, and what became of it. */
export interface ExperimentSession {
  /** The number of the variant, from 1. */
  readonly variant: number;
  /** Whether somebody chose it: it is not counted then. */
  readonly chosen: boolean;
  /** What it is measured as: itself, or a further time of a user. */
  readonly unit: string;
  readonly repetition: number;
  /** By the names of the metrics; null while it is open. */
  readonly outcome: ReadonlyMap<string, OutcomeValue> | null;
}

/**
 * The sessions of an experiment as they stand now, in the order in which they began. One that is gone for good is left
 * out: what was measured of it stays.
 */
export async function sessionsOfExperiment(deps: Deps, experiment: Experiment): Promise<ExperimentSession[]> {
  const { assignments, sessionFacts } = executionsOf(deps);
  const assigned = await assignments.sessions(experiment.id);
  const facts = await sessionFacts.of(assigned.map(({ unit }) => unit as SessionId));
  const known = new Map(facts.map((one) => [one.id as string, one]));
  const terms = { now: deps.clock.now(), windowDays: onlineSettings(experiment).windowDays };
  return assigned.flatMap(({ unit, variant, chosen }, at) => {
    const session = known.get(unit);
    if (session === undefined || variant === null) return [];
    const outcome = sessionOutcome(session, terms);
    // Counted over all sessions, so that the number of one does not depend on others that are gone.
    const measured =
      experiment.unit === 'user'
        ? { unit: userKey(session.user), repetition: at + 1 }
        : { unit, repetition: 1 };
    return [{ variant, chosen, ...measured, outcome }];
  });
}
