import { closestName } from '../../../base/text/closest-name.js';
import { yamlJson } from '../../../base/yaml/yaml-json.js';
import type { TypedValue } from '../../../prompts/typed-value.js';
import { isConstant } from '../expressions/analyse-text.js';
import type { FaultList } from '../fault-list.js';
import type { NamedValue } from '../workflow.js';

/** Something that takes a value: a variable of a prompt, an input of a workflow. */
export interface Taker {
  readonly name: string;
  readonly isRequired: boolean;
  /** Holds a value that is known already against the type. */
  fits(value: unknown): TypedValue;
}

/**
 * Tells of values that are missing, not asked for, or of another type, as far as that shows before a run.
 *
 * @param what takes the values: `The prompt "review"`
 * @param noun what it calls them: `variable`
 * @param offset of its name in the file
 */
export function checkGiven(
  { what, noun, offset }: { readonly what: string; readonly noun: string; readonly offset: number },
  takers: readonly Taker[],
  given: readonly NamedValue[],
  faults: FaultList,
): void {
  const names = new Set(given.map(({ name }) => name));
  for (const { name, isRequired } of takers)
    if (isRequired && !names.has(name))
      faults.add(offset, `${what} needs the ${noun} "${name}".`, 'Give it in "with".');
  for (const { name, nameSpan, value } of given) {
    const taker = takers.find((candidate) => candidate.name === name);
    if (taker === undefined) {
      const near = closestName(
        name,
        takers.map((candidate) => candidate.name),
      );
      faults.add(
        nameSpan.start,
        `${what} has no ${noun} "${name}".`,
        near === undefined ? null : `Did you mean "${near}"?`,
      );
    } else if (isConstant(value)) {
      const typed = taker.fits(yamlJson(value));
      if (!typed.fits)
        faults.add(value.span.start, `The ${noun} "${name}" ${typed.problem}.`, typed.hint ?? null);
    }
  }
}
