import type { AnalysisPlan } from '../../engine/experiment/analysis/analysis-plan.js';
import { ExperimentDefinitionError } from '../../engine/experiment/errors.js';
import type { Experiment } from '../../engine/experiment/experiment.js';

/**
 * Parts of what there will be can be planned only where somebody has all of it.
 *
 * @throws ExperimentDefinitionError when looks are planned of anything but rows
 */
export function refusePlannedLooks({ unit }: Pick<Experiment, 'unit'>, { looks }: AnalysisPlan): void {
  if (unit === 'row' || looks.kind !== 'planned') return;
  throw new ExperimentDefinitionError(
    `Looks are planned at parts of the rows, and this is about a ${unit}.`,
    {
      hint: 'To look as it goes on: --looks sequential.',
    },
  );
}
