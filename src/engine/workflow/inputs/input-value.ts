import { type GivenValue, type TypedValue, typedValue } from '../../../prompts/typed-value.js';
import type { ValueType } from '../workflow.js';

/**
 * The value of an input by its type, with the entries of a list; of a file its path.
 *
 * @example inputValue({ type: 'integer', choices: null, items: null }, { from: 'word', text: '3' }) // { fits: true, value: 3 }
 */
export function inputValue(declared: ValueType, given: GivenValue): TypedValue {
  const { choices, items } = declared;
  const type = declared.type === 'file' ? 'string' : declared.type;
  const typed = typedValue({ type, choices: choices ?? undefined }, given);
  if (!typed.fits || items === null || !Array.isArray(typed.value)) return typed;
  for (const [at, entry] of typed.value.entries()) {
    const inner = inputValue(items, { from: 'data', value: entry });
    if (!inner.fits) return { ...inner, problem: `does not fit: entry ${at + 1} ${inner.problem}` };
  }
  return typed;
}
