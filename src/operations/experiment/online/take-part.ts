import type { ExperimentId } from '../../../base/ids.js';
import { ExperimentStateError } from '../../../engine/experiment/errors.js';
import type { Experiment, ExperimentVariant } from '../../../engine/experiment/experiment.js';
import { decidesAbout } from '../../../engine/experiment/online/decides-about.js';
import {
  assignmentsOf,
  type DecidingExperiment,
  type Share,
  shareOf,
} from '../../../engine/experiment/online/share-of.js';
import { type Entrant, userKey } from '../../../engine/experiment/online/unit-key.js';
import { covers } from '../../../store/role.js';
import { accessOf } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import type { Participation, SessionToBegin } from '../../session/participation.js';
import { experimentCommand } from '../experiment-command.js';
import { chosenShares } from './chosen-shares.js';
import { onlineSettings } from './online-settings.js';
import { inOne, modelsByPhase, templatesOf } from './strategy-parts.js';
import { modelFault, templateFault } from './variant-fault.js';

/** What one experiment does about a session: the session has a share in it, or there is a reason why not. */
type Part =
  | {
      readonly is: 'share';
      readonly experiment: Experiment;
      readonly share: Share;
      /** Null for the hold-out. */
      readonly variant: ExperimentVariant | null;
    }
  | { readonly is: 'none' }
  | { readonly is: 'left-out'; readonly why: string };

/**
 * What a session that begins gets of the experiments that decide about it. A variant that cannot be had here never keeps
 * it from beginning: it goes on without the experiment, is not counted for it, and says so.
 *
 * @throws NotFoundError, ExperimentStateError for a variant that is wanted and cannot be had
 */
export async function takePart(deps: Deps, session: SessionToBegin): Promise<Participation> {
  const { experiments } = executionsOf(deps);
  const entrant: Entrant = { session: session.id, user: deps.config.values.actor };
  const wanted = await chosenShares(deps, session.chosen);
  const deciding = await experiments.deciding(session.project?.id ?? null);
  requireDeciding(deciding, wanted);
  const parts: Part[] = [];
  for (const experiment of deciding) {
    const one = { experiment, terms: onlineSettings(experiment) };
    parts.push(await partIn(deps, one, session, entrant, wanted.get(experiment.id) ?? null));
  }
  return together(session, entrant, parts);
}

/** @throws ExperimentStateError for one that belongs to another project than the session */
function requireDeciding(deciding: readonly Experiment[], wanted: ReadonlyMap<ExperimentId, Share>): void {
  for (const id of wanted.keys()) {
    if (deciding.some((experiment) => experiment.id === id)) continue;
    throw new ExperimentStateError('A variant is wanted of an experiment that belongs to another project.', {
      hint: 'Begin the session in that project: --project NAME.',
      next: `prompt-runner experiment show ${id}`,
    });
  }
}

async function partIn(
  deps: Deps,
  deciding: DecidingExperiment,
  session: SessionToBegin,
  entrant: Entrant,
  wanted: Share | null,
): Promise<Part> {
  const share = wanted ?? shareOf(deciding, entrant, await keptShare(deps, deciding, entrant));
  if (share === null) return { is: 'none' };
  const { experiment } = deciding;
  const variant = share.variant === null ? null : (experiment.variants[share.variant - 1] ?? null);
  const why =
    (await whyNot(deps, deciding, session)) ?? (variant && (await faultHere(deps, variant, session)));
  if (why === null) return { is: 'share', experiment, share, variant };
  if (wanted === null)
    return { is: 'left-out', why: `It takes no part in the experiment "${experiment.name}": ${why}.` };
  throw new ExperimentStateError(
    `The variant "${variant?.name}" of "${experiment.name}" cannot be had: ${why}.`,
    {
      hint: 'Begin the session without it.',
      next: experimentCommand('show', experiment),
    },
  );
}

/** What the user got before; sessions come once. */
async function keptShare(
  deps: Deps,
  { experiment }: DecidingExperiment,
  { user }: Entrant,
): Promise<Share | null> {
  if (experiment.unit !== 'user') return null;
  return executionsOf(deps).assignments.of(experiment.id, userKey(user));
}

/** What has nothing to do with the variant, so that leaving the session out spoils no comparison. */
async function whyNot(
  deps: Deps,
  { experiment }: DecidingExperiment,
  session: SessionToBegin,
): Promise<string | null> {
  const { templates, models } = decidesAbout(experiment);
  const named = templates.find((kind) => session.named[kind] !== undefined);
  if (named !== undefined) return `it decides about the ${named} template, and another one was named`;
  if (models && session.models === 'named') return 'it decides about the models, and others were named';
  const standing = await accessOf(deps).standing();
  if (covers(standing.roleIn(experiment.project), 'editor')) return null;
  return 'your role does not let you add to it';
}

async function faultHere(
  deps: Deps,
  variant: ExperimentVariant,
  { project, featureType, models }: SessionToBegin,
): Promise<string | null> {
  const scope = { project, featureType };
  const fault =
    (await templateFault(deps, variant, scope)) ??
    (models === 'open' ? await modelFault(deps, variant, scope) : null);
  return fault && `its variant "${variant.name}" cannot be used here (${fault.replace(/\.$/, '')})`;
}

function together(session: SessionToBegin, entrant: Entrant, parts: readonly Part[]): Participation {
  const shared = parts.filter((part) => part.is === 'share');
  const variants = shared.flatMap(({ variant }) => (variant?.strategy ? [variant] : []));
  return {
    session: session.id,
    templates: { ...inOne(variants.map(templatesOf)), ...session.named },
    models: inOne(variants.map(modelsByPhase)),
    parameters: inOne(variants.map(({ parameters }) => parameters)),
    assignments: shared.flatMap(({ experiment, share }) => assignmentsOf(experiment, entrant, share)),
    experiments: shared.map(({ experiment: { id, name }, share, variant }) => ({
      experiment: { id, name },
      variant: variant?.name ?? null,
      chosen: share.chosen,
    })),
    notes: parts.flatMap((part) => (part.is === 'left-out' ? [part.why] : [])),
  };
}
