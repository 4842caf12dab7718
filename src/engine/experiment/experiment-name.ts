import { libraryNameFault, suggestedName } from '../../prompts/library-name.js';
import { ExperimentDefinitionError } from './errors.js';

const VARIANT = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/**
 * Checks the name of an experiment: the rules are those of prompts.
 *
 * @throws ExperimentDefinitionError saying what is wrong with it, and with a name that would do
 * @example parseExperimentName('team/tone') === 'team/tone'
 */
export function parseExperimentName(text: string): string {
  const fault = libraryNameFault(text);
  if (fault === null) return text;
  const better = suggestedName(text);
  throw new ExperimentDefinitionError(`"${text}" cannot be the name of an experiment: ${fault}.`, {
    hint: better === '' ? 'Take small letters, digits and . _ - /' : `This would do: ${better}`,
  });
}

/**
 * Checks what a variant or a check is called within an experiment.
 *
 * @param what it is, as messages say it: `a variant`
 * @throws ExperimentDefinitionError
 * @example parseShortName('a variant', 'shorter') === 'shorter'
 */
export function parseShortName(what: string, text: string): string {
  if (VARIANT.test(text)) return text;
  throw new ExperimentDefinitionError(`"${text}" cannot be the name of ${what}.`, {
    hint: 'Take at most 40 small letters, digits, _ and -.',
  });
}
