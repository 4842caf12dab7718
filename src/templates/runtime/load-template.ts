import { Fault, runtimeFault } from '../fault.js';
import { asString } from '../values/markup.js';
import { isSequence } from '../values/sequence.js';
import { typeName } from '../values/type-name.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import type { CompiledTemplate } from './compiled-template.js';
import type { Rendering } from './rendering.js';

/**
 * The template that an include, import or extends names; of several names the first that there is.
 *
 * @param ignoreMissing whether to answer undefined instead of throwing when there is none
 * @throws a not-found fault
 */
export function loadTemplate(rendering: Rendering, name: Value): CompiledTemplate;
export function loadTemplate(
  rendering: Rendering,
  name: Value,
  ignoreMissing: boolean,
): CompiledTemplate | undefined;
export function loadTemplate(
  rendering: Rendering,
  name: Value,
  ignoreMissing = false,
): CompiledTemplate | undefined {
  const names = namesOf(name);
  for (const candidate of names) {
    rendering.budget.step();
    const template = rendering.engine.load(candidate);
    if (template !== undefined) return template;
  }
  if (ignoreMissing) return undefined;
  throw notFound(rendering, names);
}

function namesOf(name: Value): readonly string[] {
  if (name instanceof Undefined) return name.refuse();
  if (isSequence(name)) return name.map(requireName);
  return [requireName(name)];
}

function requireName(name: Value): string {
  const text = asString(name);
  if (text !== undefined) return text;
  if (name instanceof Undefined) return name.refuse();
  throw runtimeFault(`a template is named by a string, not by '${typeName(name)}'`);
}

function notFound({ engine }: Rendering, names: readonly string[]): Fault {
  const message =
    names.length === 0 ? 'The list of templates to choose from is empty.' : engine.missing(names);
  return new Fault('not-found', message, names);
}
