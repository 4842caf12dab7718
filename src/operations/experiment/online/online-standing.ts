import type { Experiment, ExperimentVariant } from '../../../engine/experiment/experiment.js';
import { sampleRatio } from '../../../statistics/sample-ratio.js';
import type { AssignmentCount } from '../../../store/assignment-store.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import type { OnlineStandingView, VariantCountsView } from '../outputs.js';
import { observeSessions } from './observe-sessions.js';
import type { ExperimentSession } from './sessions-of-experiment.js';
import { templateFault } from './variant-fault.js';

/** Who takes part in an experiment over sessions or users, after what became of the sessions was brought up to date. */
export async function onlineStanding(deps: Deps, experiment: Experiment): Promise<OnlineStandingView> {
  const sessions = await observeSessions(deps, experiment);
  const counts = await executionsOf(deps).assignments.counts(experiment.id);
  const isUser = experiment.unit === 'user';
  const unitsOf = (variant: number | null) => countOf(counts, { variant, chosen: false, users: isUser });
  const variants: VariantCountsView[] = [];
  for (const [at, variant] of experiment.variants.entries()) {
    const own = sessions.filter((session) => session.variant === at + 1);
    variants.push({
      variant: variant.name,
      units: unitsOf(at + 1),
      ...sessionCounts(own),
      fault: await faultOf(deps, experiment, variant),
    });
  }
  const allotments = experiment.variants.map(({ weight }, at) => ({ weight, count: unitsOf(at + 1) }));
  return { variants, heldOut: unitsOf(null), sampleRatio: sampleRatio(allotments) };
}

function countOf(
  counts: readonly AssignmentCount[],
  { variant, chosen, users }: Omit<AssignmentCount, 'count'>,
): number {
  const found = counts.find((one) => one.variant === variant && one.chosen === chosen && one.users === users);
  return found?.count ?? 0;
}

function sessionCounts(sessions: readonly ExperimentSession[]) {
  const given = sessions.filter(({ chosen }) => !chosen);
  const counted = given.filter(({ outcome }) => outcome !== null).length;
  return {
    sessions: given.length,
    counted,
    open: given.length - counted,
    chosen: sessions.length - given.length,
  };
}

/** Of one that is over, nobody uses a variant. */
async function faultOf(
  deps: Deps,
  { status, project }: Experiment,
  variant: ExperimentVariant,
): Promise<string | null> {
  if (status !== 'running' && status !== 'paused') return null;
  return templateFault(deps, variant, {
    project: project && { id: project, name: '', root: null },
    featureType: null,
  });
}
