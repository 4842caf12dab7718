import type { Found } from './workflow-library.js';

/** What to do about something that the library does not have. */
export function missingHint(
  { lacks, nearest }: Extract<Found<unknown>, { is: 'missing' }>,
  name: string,
  noun: 'prompt' | 'workflow',
): string {
  if (nearest !== null) return `Did you mean "${nearest}"?`;
  if (lacks === 'version') return `There is a ${noun} "${name}", without such a version or label.`;
  return `See which there are: prompt-runner ${noun} list`;
}
