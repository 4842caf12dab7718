import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { experimentReference } from './experiment-reference.js';
import { standingOf } from './experiment-standing.js';
import { findExperiment } from './find-experiment.js';
import type { ExperimentStandingOutput } from './outputs.js';

/**
 * How far an experiment is, variant by variant.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const experimentStatus = guarded(
  needs.experimentStatus,
  z.object(experimentReference),
  async (deps: Deps, { experiment }): Promise<ExperimentStandingOutput> =>
    standingOf(deps, await findExperiment(deps, experiment)),
);
