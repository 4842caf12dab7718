import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { SessionExperimentView } from '../../operations/session/view-shapes.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';

/**
 * What a session takes part in, a line each.
 *
 * @example 'Experiment steps: thorough'
 */
export function experimentLines(experiments: readonly SessionExperimentView[], stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return experiments
    .map(({ experiment: { name }, variant, chosen }) => {
      const got = variant ?? 'none, it is left out by the hold-out';
      return `${dim(`Experiment ${forTerminalLine(name)}:`)} ${got}${chosen ? ', chosen, and not counted' : ''}\n`;
    })
    .join('');
}
