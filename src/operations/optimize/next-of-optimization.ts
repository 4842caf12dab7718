import type { Optimization } from '../../engine/optimize/optimization.js';
import type { Finding } from '../../engine/optimize/optimization-outcome.js';

/** The command that goes on with an optimisation. */
export function resumeCommand({ id }: Pick<Optimization, 'id'>): string {
  return `prompt-runner optimize run --resume ${id}`;
}

/** What is most likely wanted next of an optimisation. */
export function nextOfOptimization(optimization: Optimization): string {
  const { id, status, outcome, applied } = optimization;
  if (status === 'paused') return resumeCommand(optimization);
  const isDue = outcome !== null && isBetter(outcome.finding) && applied === null;
  return `prompt-runner optimize ${isDue ? 'apply' : 'show'} ${id}`;
}

/** Whether the hold-out says that what was chosen is better than the start, or as good and cheaper. */
export function isBetter(finding: Finding): boolean {
  return finding.is === 'judged' && (finding.claim === 'better' || finding.claim === 'cheaper');
}
