import { PromptRunnerError } from '../base/errors.js';
import { closestName } from '../base/text/closest-name.js';
import type { VariableDeclaration } from '../formats/prompt-document.js';
import type { GivenValue } from './typed-value.js';
import { boundValue } from './variable-value.js';

/** A variable that a prompt has: declared, used by its messages, or both. */
export interface PromptVariable {
  readonly name: string;
  /** Null when the messages use it without a declaration. */
  readonly declaration: VariableDeclaration | null;
  /** Whether it has to be given when it has no default. */
  readonly isRequired: boolean;
}

/** The values that a prompt is rendered with. */
export interface BoundVariables {
  readonly values: Readonly<Record<string, unknown>>;
  /** What was given, and is no variable of the prompt. */
  readonly surplus: readonly SurplusVariable[];
}

export interface SurplusVariable {
  readonly name: string;
  /** The variable of the prompt that was most likely meant. */
  readonly nearest: string | null;
}

/** Variables that have to be given were not. */
export class VariablesMissingError extends PromptRunnerError {
  readonly code = 'VARIABLES_MISSING';
  readonly kind = 'usage';

  /** @param lines a variable each, with what it is for */
  constructor(prompt: string, lines: readonly string[], example: string) {
    super(
      `The prompt "${prompt}" needs ${lines.length === 1 ? 'a variable' : `${lines.length} variables`} more:\n${lines
        .map((line) => `  ${line}`)
        .join('\n')}`,
      { hint: `Give each with --var ${example}=VALUE, or all in a file with --vars PATH.` },
    );
  }
}

/**
 * The values of a prompt's variables: what was given, read by its declared type, else the default.
 *
 * @param given by name; what is not a variable of the prompt is told as surplus, and passed on all the same
 * @throws VariablesMissingError naming all that are required and have no value
 * @throws VariableValueError for the first value that does not fit its declaration
 */
export function bindVariables(
  prompt: string,
  variables: readonly PromptVariable[],
  given: ReadonlyMap<string, GivenValue>,
): BoundVariables {
  const missing = variables.filter((variable) => variable.isRequired && !hasValue(variable, given));
  const [first] = missing;
  const known = new Set(variables.map(({ name }) => name));
  if (first !== undefined) {
    const lines = missing.map((variable) => describe(variable) + mistypedAs(variable, given, known));
    throw new VariablesMissingError(prompt, lines, first.name);
  }
  const declared = variables.flatMap((variable) => {
    const value = given.get(variable.name) ?? defaultOf(variable);
    return value === null
      ? []
      : [[variable.name, boundValue(variable.name, variable.declaration, value)] as const];
  });
  const surplus = [...given.keys()].filter((name) => !known.has(name));
  const others = surplus.map((name) => [name, undeclared(name, given)] as const);
  return {
    values: Object.fromEntries([...declared, ...others]),
    surplus: surplus.map((name) => ({ name, nearest: closestName(name, known) ?? null })),
  };
}

/** What was given and is no variable may be meant for one that is missing. */
function mistypedAs(
  { name }: PromptVariable,
  given: ReadonlyMap<string, GivenValue>,
  known: ReadonlySet<string>,
): string {
  const typed = [...given.keys()].find((word) => !known.has(word) && closestName(word, [name]) !== undefined);
  return typed === undefined ? '' : ` (you gave "${typed}")`;
}

function hasValue(variable: PromptVariable, given: ReadonlyMap<string, GivenValue>): boolean {
  return given.has(variable.name) || defaultOf(variable) !== null;
}

function defaultOf({ declaration }: PromptVariable): GivenValue | null {
  return declaration?.default === undefined ? null : { from: 'default', value: declaration.default };
}

function undeclared(name: string, given: ReadonlyMap<string, GivenValue>): unknown {
  const value = given.get(name);
  return value && boundValue(name, null, value);
}

function describe({ name, declaration }: PromptVariable): string {
  const type = declaration === null || declaration.type === 'any' ? '' : ` (${declaration.type})`;
  const says = declaration?.description?.split('\n')[0];
  return `${name}${type}${says === undefined ? '' : `: ${says}`}`;
}
