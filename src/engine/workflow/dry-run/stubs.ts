import { closestName } from '../../../base/text/closest-name.js';
import { isJsonList } from '../../../models/spec/json-kind.js';
import type { Json } from '../../../models/spec/model-request.js';
import { entriesIn, pathInFile, type StepPath } from '../run/step-path.js';
import { StubMisfitError } from './errors.js';

/** What steps bring forth in a dry run, by the paths that they have in the file: `draft`, `each.draft`. */
export class Stubs {
  readonly #values: ReadonlyMap<StepPath, Json>;

  constructor(values: ReadonlyMap<StepPath, Json>) {
    this.#values = values;
  }

  /**
   * What a step brings forth; undefined when nothing is said. Of a step that is done for the entries of a list, a
   * list of stubs has one for each, any other value is for all.
   */
  of(path: StepPath): Json | undefined {
    let value = this.#values.get(pathInFile(path));
    for (const entry of entriesIn(path)) if (isJsonList(value)) value = value[entry - 1];
    return value;
  }

  /**
   * @param paths of the steps that there are
   * @throws StubMisfitError when there is a stub for none of them
   */
  requireKnown(paths: readonly StepPath[]): void {
    const unknown = [...this.#values.keys()].find((path) => !paths.includes(path));
    if (unknown === undefined) return;
    const near = closestName(unknown, paths);
    throw new StubMisfitError(`The stubs have "${unknown}", and no step is called so.`, {
      hint: near === undefined ? `There are: ${paths.join(', ')}.` : `Did you mean "${near}"?`,
    });
  }
}
