import { DONE, type Execute } from '../runtime/compiled-template.js';
import { importModule, includeTemplate } from '../runtime/compose.js';
import type { Frame } from '../runtime/frame.js';
import { loadTemplate } from '../runtime/load-template.js';
import type { FromImport, Import, Include } from '../syntax/syntax-tree.js';
import { ABSENT } from '../values/absent.js';
import type { Value } from '../values/value.js';
import { type Assign, compileVariable } from './compile-target.js';
import type { Scope } from './scope.js';
import { compileVisibleNames } from './visible-names.js';

/** `{% include %}`. */
export function compileInclude(node: Include, scope: Scope): Execute {
  const name = scope.unit.expression(node.template, scope);
  const visible = compileHandover(node.withContext, scope);
  return scope.unit.executeAt(node.at, (frame) => {
    const template = loadTemplate(frame.rendering, name(frame), node.ignoreMissing);
    if (template !== undefined) includeTemplate(frame, template, visible(frame));
    return DONE;
  });
}

/** `{% import template as name %}`. */
export function compileImport(node: Import, scope: Scope): Execute {
  const name = scope.unit.expression(node.template, scope);
  const visible = compileHandover(node.withContext, scope);
  const assign = compilePrivateVariable(node.name, scope);
  return scope.unit.executeAt(node.at, (frame) => {
    assign(frame, importModule(frame, loadTemplate(frame.rendering, name(frame)), visible(frame)));
    return DONE;
  });
}

/** `{% from template import name %}`. */
export function compileFromImport(node: FromImport, scope: Scope): Execute {
  const templateName = scope.unit.expression(node.template, scope);
  const visible = compileHandover(node.withContext, scope);
  const imports = node.names.map(({ name, alias }) => ({
    name,
    assign: compilePrivateVariable(alias, scope),
  }));
  return scope.unit.executeAt(node.at, (frame) => {
    const template = loadTemplate(frame.rendering, templateName(frame));
    const module = importModule(frame, template, visible(frame));
    for (const { name, assign } of imports) {
      const value = module.attribute(name);
      assign(frame, value === ABSENT ? notExported(frame, name, template.name, node.at) : value);
    }
    return DONE;
  });
}

/** What a template that is brought in may see: all variables, or (undefined) only globals. */
function compileHandover(
  withContext: boolean,
  scope: Scope,
): (frame: Frame) => ReadonlyMap<string, Value> | undefined {
  return withContext ? compileVisibleNames(scope) : () => undefined;
}

/** A variable that holds something imported, and is not itself exported. */
function compilePrivateVariable(name: string, scope: Scope): Assign {
  if (!scope.variables.areTopLevel) return compileVariable(name, scope);
  return (frame, value) => frame.context.setPrivately(name, value);
}

function notExported(frame: Frame, name: string, template: string, at: number): Value {
  const { name: importer, source } = frame.run.template;
  const { line } = source.position(at);
  return frame.rendering.missing(
    `the template '${template}' (imported on line ${line} in '${importer}') does not export the requested name '${name}'`,
  );
}
