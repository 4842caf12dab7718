import { redactSecrets } from '../../../base/text/secrets.js';
import { shellWord } from '../../../base/text/shell-word.js';
import { isCommandCheck } from '../../../engine/experiment/checks/experiment-check.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import type { TryCommand } from '../../../engine/experiment/measure-answer.js';
import { settingsOfExperiment } from '../experiment-settings.js';
import { type ExperimentDeps, experimentFollowerOf } from '../run/experiment-deps.js';
import { checkCommands } from './check-command.js';
import { CheckCommandsNotAllowedError } from './errors.js';

/**
 * How the programs of an experiment's checks are run, once somebody who is here has agreed to them: whoever made the
 * experiment may be somebody else.
 *
 * @throws CheckCommandsNotAllowedError when there are some, and nobody has
 */
export function allowedCommands(
  deps: ExperimentDeps,
  experiment: Experiment,
  isAllowed: boolean,
): TryCommand {
  const commands = settingsOfExperiment(experiment).checks.filter(isCommandCheck);
  if (commands.length > 0 && !isAllowed)
    throw new CheckCommandsNotAllowedError(
      commands.map(({ rule }) => redactSecrets(rule.command.map(shellWord).join(' '))),
    );
  const { signal } = experimentFollowerOf(deps);
  return checkCommands({ folder: deps.surroundings.folder, env: process.env, signal });
}
