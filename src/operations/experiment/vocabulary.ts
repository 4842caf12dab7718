/** The words of experiments that every surface uses. */
export { checkKinds } from '../../engine/experiment/checks/check.js';
export { experimentStatuses } from '../../engine/experiment/experiment.js';
