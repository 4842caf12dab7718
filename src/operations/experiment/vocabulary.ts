/** The words of experiments that every surface uses. */

export { familyRules, lookKinds } from '../../engine/experiment/analysis/analysis-plan.js';
export { checkKinds } from '../../engine/experiment/checks/check.js';
export { experimentCheckKinds } from '../../engine/experiment/checks/experiment-check.js';
export { experimentStatuses, experimentUnits } from '../../engine/experiment/experiment.js';
