import { nanoDollars } from '../../engine/execution/dollars.js';
import type { NanoDollars } from '../../engine/execution/execution.js';
import type { Ceilings } from '../../engine/execution/execution-journal.js';
import type { Deps } from '../deps.js';

/** What the caller sets, in US dollars; it counts instead of the setting. */
export interface GivenCeilings {
  readonly run?: number | undefined;
  readonly session?: number | undefined;
  /** In thousand-millionths, as the batch keeps it; there is no setting. */
  readonly batch?: NanoDollars | null;
  /** In thousand-millionths, as the run of the workflow keeps it; there is no setting. */
  readonly workflow?: NanoDollars | null;
}

/** What may be spent: by what the caller says, else by the settings. */
export function ceilingsOf(
  { config, clock }: Pick<Deps, 'config' | 'clock'>,
  given: GivenCeilings,
): Ceilings {
  const { values } = config;
  const day = limit(values['cost.max_per_day']);
  return {
    run: limit(given.run ?? values['cost.max_per_run']),
    session: limit(given.session ?? values['cost.max_per_session']),
    batch: given.batch ?? null,
    workflow: given.workflow ?? null,
    day: day === null ? null : { since: midnight(clock.now()), limit: day },
  };
}

function limit(amount: number | 'none'): number | null {
  return amount === 'none' ? null : nanoDollars(amount);
}

/** The beginning of the day in UTC: the same for everybody who shares a store. */
function midnight(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
}
