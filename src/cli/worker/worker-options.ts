import type { OptionSpecs } from '../command.js';
import { UsageError } from '../usage-error.js';

/** How workers take over what would be done here. */
export const workerOptions = {
  workers: {
    kind: 'flag',
    description: 'Have it done by workers ("worker start"), and follow them from here.',
  },
  detach: { kind: 'flag', description: 'With --workers: do not follow them, and end at once.' },
} as const satisfies OptionSpecs;

/** Who does it, as operations take it. */
export interface GivenWorkers {
  readonly by: 'here' | 'workers';
  readonly detach: boolean;
}

/** @throws UsageError for --detach alone */
export function givenWorkers(options: { readonly workers: boolean; readonly detach: boolean }): GivenWorkers {
  const { workers, detach } = options;
  if (detach && !workers) {
    throw new UsageError('--detach leaves workers to themselves, and nothing was given to them.', {
      hint: 'Add --workers.',
    });
  }
  return { by: workers ? 'workers' : 'here', detach };
}
