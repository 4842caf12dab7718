import { ExperimentStateError } from '../../../engine/experiment/errors.js';
import type { StrategyVariant } from '../../../engine/experiment/experiment.js';
import type { Session } from '../../../engine/session/session.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import type { Participation } from '../../session/participation.js';
import type { SessionExperimentView } from '../../session/view-shapes.js';
import { experimentCommand } from '../experiment-command.js';
import { inOne, modelsByPhase } from './strategy-parts.js';
import { modelFault } from './variant-fault.js';

/**
 * Who does the phases of a session, and how, by the variants that it got when it began.
 *
 * @throws ExperimentStateError when a model cannot be asked here
 */
export async function modelsOfSession(
  deps: Deps,
  { project, featureType }: Session,
  got: readonly SessionExperimentView[],
): Promise<Pick<Participation, 'models' | 'parameters'>> {
  const variants: StrategyVariant[] = [];
  for (const {
    experiment: { id },
    variant: name,
  } of got) {
    const [experiment] = await executionsOf(deps).experiments.withIdPrefix(id);
    const variant = experiment?.variants.find((one) => one.name === name);
    if (experiment === undefined || variant === undefined || variant.strategy === null) continue;
    const fault = await modelFault(deps, variant, { project, featureType });
    if (fault !== null) {
      throw new ExperimentStateError(
        `The session has the variant "${name}" of the experiment "${experiment.name}", whose models cannot be asked: ${fault}`,
        { hint: 'Name who shall do it: --model MODEL.', next: experimentCommand('show', experiment) },
      );
    }
    variants.push(variant);
  }
  return {
    models: inOne(variants.map(modelsByPhase)),
    parameters: inOne(variants.map(({ parameters }) => parameters)),
  };
}
