import type { Batch } from '../../engine/batch/batch.js';

/** What is most likely wanted next of a batch. */
export function nextOf({ id, status, failed }: Pick<Batch, 'id' | 'status' | 'failed'>): string {
  switch (status) {
    case 'loading':
      return `prompt-runner batch cancel ${id}`;
    case 'running':
      return `prompt-runner batch status ${id}`;
    case 'paused':
      return `prompt-runner batch resume ${id}`;
    case 'completed':
      return failed > 0 ? `prompt-runner batch retry ${id}` : `prompt-runner batch results ${id}`;
    case 'cancelled':
      return `prompt-runner batch results ${id}`;
  }
}
