import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { experimentReference } from './experiment-reference.js';
import { settingsOfExperiment } from './experiment-settings.js';
import { findExperiment } from './find-experiment.js';
import { nextOfExperiment } from './next-of-experiment.js';
import type { ExperimentShowOutput } from './outputs.js';
import { planView } from './views/analysis-view.js';
import { checkView, experimentView } from './views/experiment-view.js';

/**
 * An experiment: what it compares, by what, and where it stands.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const showExperiment = guarded(
  needs.showExperiment,
  z.object(experimentReference),
  async (deps: Deps, { experiment: reference }): Promise<ExperimentShowOutput> => {
    const experiment = await findExperiment(deps, reference);
    const { checks, expect, plan, online } = settingsOfExperiment(experiment);
    return {
      experiment: await experimentView(deps, experiment),
      checks: checks.map(checkView),
      expect,
      plan: planView(plan),
      online,
      next: nextOfExperiment(experiment),
    };
  },
);
