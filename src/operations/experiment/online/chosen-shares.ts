import type { ExperimentId } from '../../../base/ids.js';
import { ExperimentStateError } from '../../../engine/experiment/errors.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import type { Share } from '../../../engine/experiment/online/share-of.js';
import { reading } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { experimentCommand } from '../experiment-command.js';
import { findExperiment } from '../find-experiment.js';

/**
 * The variants that somebody wants for a session, by experiment.
 *
 * @throws NotFoundError, AmbiguousReferenceError for an experiment that is not there
 * @throws ExperimentStateError for one that decides about no session, or has no such variant
 */
export async function chosenShares(
  deps: Deps,
  chosen: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<ExperimentId, Share>> {
  const shares = new Map<ExperimentId, Share>();
  for (const [reference, name] of Object.entries(chosen)) {
    const experiment = await findExperiment(reading(deps), reference);
    shares.set(experiment.id, { variant: numberOf(experiment, name), chosen: true });
  }
  return shares;
}

function numberOf(experiment: Experiment, variant: string): number {
  const { name, unit, status, variants } = experiment;
  if (unit === 'row' || (status !== 'running' && status !== 'paused')) {
    const why = unit === 'row' ? 'is over rows of data' : `is ${status}`;
    throw new ExperimentStateError(`Experiment "${name}" ${why}: it decides about no session.`, {
      hint: 'Only one that was started has variants for sessions.',
      next: experimentCommand('show', experiment),
    });
  }
  const at = variants.findIndex((one) => one.name === variant);
  if (at >= 0) return at + 1;
  throw new ExperimentStateError(`Experiment "${name}" has no variant "${variant}".`, {
    hint: `There are ${variants.map((one) => one.name).join(', ')}.`,
    next: experimentCommand('show', experiment),
  });
}
