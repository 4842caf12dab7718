import { shellWord } from '../../base/text/shell-word.js';
import type { Experiment } from '../../engine/experiment/experiment.js';

/**
 * A command about an experiment; one that is archived has only its id.
 *
 * @example experimentCommand('show', { id, name: 'tone', archivedAt: null }) === 'prompt-runner experiment show tone'
 */
export function experimentCommand(
  verb: string,
  { id, name, archivedAt }: Pick<Experiment, 'id' | 'name' | 'archivedAt'>,
): string {
  return `prompt-runner experiment ${verb} ${archivedAt === null ? shellWord(name) : id}`;
}
