import { UsageError } from '../usage-error.js';

/**
 * The variants that a session shall have, by experiment.
 *
 * @throws UsageError
 * @example chosenVariants(['steps=thorough']) // { steps: 'thorough' }
 */
export function chosenVariants(typed: readonly string[]): Record<string, string> {
  return Object.fromEntries(typed.map(pairIn));
}

function pairIn(typed: string): readonly [experiment: string, variant: string] {
  const equals = typed.lastIndexOf('=');
  if (equals > 0 && equals < typed.length - 1) return [typed.slice(0, equals), typed.slice(equals + 1)];
  throw new UsageError(`--variant takes an experiment and one of its variants, not "${typed}".`, {
    hint: 'For instance --variant steps=thorough.',
  });
}
