import { runtimeFault } from '../fault.js';
import { runBlock } from '../runtime/block-reference.js';
import { DONE, type Execute } from '../runtime/compiled-template.js';
import { loadTemplate } from '../runtime/load-template.js';
import { boundNames } from '../syntax/names-bound.js';
import type { Block, Extends } from '../syntax/syntax-tree.js';
import { type Scope, Variables } from './scope.js';
import { compileVisibleNames } from './visible-names.js';

/** `{% extends %}`: from here on only the blocks and variables of this template count. */
export function compileExtends({ template, at }: Extends, scope: Scope): Execute {
  if (!scope.variables.areTopLevel || !scope.isTopLevelOutput) {
    throw scope.unit.error(at, 'cannot use extend from a non top-level scope');
  }
  const name = scope.unit.expression(template, scope);
  return scope.unit.executeAt(at, (frame) => {
    if (frame.run.parent !== undefined) throw runtimeFault('extended multiple times');
    const parent = loadTemplate(frame.rendering, name(frame));
    parent.offerBlocks(frame.context);
    frame.run.parent = parent;
    return DONE;
  });
}

/** `{% block %}`: prints the definition of the outermost child. */
export function compileBlock(node: Block, scope: Scope): Execute {
  addBlock(node, scope);
  const visible = node.scoped ? compileVisibleNames(scope) : undefined;
  return scope.unit.executeAt(node.at, (frame) => {
    if (scope.variables.areTopLevel && frame.run.parent !== undefined) return DONE;
    const definitions = frame.context.blocks.get(node.name) ?? [];
    const [definition] = definitions;
    if (definition === undefined) return DONE;
    if (node.required && definitions.length <= 1) {
      throw runtimeFault(`Required block '${node.name}' not found`);
    }
    const context = visible === undefined ? frame.context : frame.context.derive(visible(frame));
    runBlock(frame.rendering, context, definition, 0);
    return DONE;
  });
}

/** A block sees the context and its own variables; the first slot is for `super`. */
function addBlock(node: Block, scope: Scope): void {
  const variables = Variables.ofBlock(['super', ...boundNames(node.body)]);
  const { unit } = scope;
  const execute = scope.unit.body(node.body, {
    unit,
    variables,
    soft: false,
    inLoop: false,
    isTopLevelOutput: false,
  });
  unit.blocks.set(node.name, {
    name: node.name,
    required: node.required,
    template: unit.template,
    size: variables.size,
    execute,
  });
}
