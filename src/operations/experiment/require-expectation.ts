import { needsExpected } from '../../engine/experiment/checks/check.js';
import { type ExperimentCheck, isTextCheck } from '../../engine/experiment/checks/experiment-check.js';
import { ExperimentDefinitionError } from '../../engine/experiment/errors.js';

/**
 * Makes sure that every check has a name of its own, and something that answers are held against.
 *
 * @param expect the column of the data that says what is expected
 * @throws ExperimentDefinitionError
 */
export function requireExpectation(checks: readonly ExperimentCheck[], expect: string | undefined): void {
  const names = checks.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new ExperimentDefinitionError(`Two checks are called "${twice}".`, {
      hint: 'Name one of them: --check NAME=contains:TEXT.',
    });
  }
  const needy = expect === undefined ? checks.filter(isTextCheck).find(needsExpected) : undefined;
  if (needy === undefined) return;
  throw new ExperimentDefinitionError(`Nothing says what the check "${needy.name}" expects.`, {
    hint: `Name the column that does: --expect COLUMN. Or give a text: --check ${needy.rule.kind}:TEXT.`,
  });
}
