import { RE2JS, RE2JSException } from 're2js';
import { ExperimentDefinitionError } from '../errors.js';

/** Longer ones are made by somebody who means harm, or by a program. */
const MOST_CHARACTERS = 1000;

/**
 * A pattern in RE2's language, which any text is held against in time that is linear in the text: there is nothing in it
 * that looks around or back. `(?i)` before it makes it blind to case, `(?s)` lets a dot be a line end.
 *
 * @throws ExperimentDefinitionError for what is no pattern
 */
export function readPattern(pattern: string): RE2JS {
  if (pattern.length > MOST_CHARACTERS)
    throw new ExperimentDefinitionError(`A pattern has ${MOST_CHARACTERS} characters at most.`);
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new ExperimentDefinitionError(`"${pattern}" is no pattern: ${error.message}.`, {
      hint: 'Patterns are those of RE2, without looking around or back.',
    });
  }
}

/**
 * Whether a pattern is found somewhere in a text.
 *
 * @example matchesPattern({ kind: 'regex', pattern: '[0-9]+' }, 'in 12 days') === true
 */
export function matchesPattern(
  rule: { readonly kind: 'regex'; readonly pattern: string },
  text: string,
): boolean {
  const known = read.get(rule);
  const pattern = known ?? readPattern(rule.pattern);
  if (known === undefined) read.set(rule, pattern);
  return pattern.matcher(text).find();
}

/** A rule is held against many answers. */
const read = new WeakMap<object, RE2JS>();
