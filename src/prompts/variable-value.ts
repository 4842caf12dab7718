import { PromptRunnerError } from '../base/errors.js';
import type { VariableDeclaration } from '../formats/prompt-document.js';
import { type GivenValue, typedValue } from './typed-value.js';

/** A value does not fit what the prompt says of its variable. */
export class VariableValueError extends PromptRunnerError {
  readonly code = 'VARIABLE_VALUE';
  readonly kind = 'usage';
}

/**
 * The value of a variable: a word is read by the declared type, data has to be of it already.
 *
 * @throws VariableValueError when it is of another type, or none of the choices
 * @example boundValue('depth', { ...declaration, type: 'integer' }, { from: 'word', text: '3' }) === 3
 */
export function boundValue(
  name: string,
  declaration: VariableDeclaration | null,
  given: GivenValue,
): unknown {
  const typed = typedValue(declaration ?? { type: 'any' }, given);
  if (typed.fits) return typed.value;
  throw new VariableValueError(`${subject(name, given)} ${typed.problem}.`, { hint: typed.hint });
}

function subject(name: string, { from }: GivenValue): string {
  return from === 'default' ? `The default of the variable "${name}"` : `The variable "${name}"`;
}
