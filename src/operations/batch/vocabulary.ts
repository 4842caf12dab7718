/** The words of batches that every surface uses. */
export { batchStatuses, itemStatuses } from '../../engine/batch/batch.js';
export type { BatchProgress } from '../../engine/batch/batch-ports.js';
