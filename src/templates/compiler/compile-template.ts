import type { SourceText } from '../../base/text/source-text.js';
import type { Engine } from '../engine.js';
import { CompiledTemplate, type Evaluate } from '../runtime/compiled-template.js';
import { parseTemplate } from '../syntax/parse-template.js';
import type { Body } from '../syntax/syntax-tree.js';
import { Undefined } from '../values/undefined.js';
import { compileBody } from './compile-body.js';
import { compileExpression } from './compile-expression.js';
import { type Scope, Variables } from './scope.js';
import { Unit } from './unit.js';

/**
 * Compiles a template into a tree of closures.
 *
 * @param source its text with newlines already normalised
 * @throws TemplateSyntaxError where the text is no template, LimitError where it nests too deeply
 */
export function compileTemplate(engine: Engine, source: SourceText): CompiledTemplate {
  const tree = parseTemplate(source, engine);
  return new CompiledTemplate(source, tree, (template) => {
    const unit = new Unit(engine, source, template, { expression: compileExpression, body: compileBody });
    const scope: Scope = {
      unit,
      variables: Variables.ofTemplate(),
      soft: false,
      inLoop: false,
      isTopLevelOutput: true,
    };
    const execute = compileBody(tree, scope);
    return { execute, evaluate: compileOnlyExpression(tree, scope), blocks: unit.blocks };
  });
}

function compileOnlyExpression([only, ...others]: Body, scope: Scope): Evaluate | undefined {
  if (only?.kind !== 'print' || others.length > 0) return undefined;
  const evaluate = compileExpression(only.value, scope);
  return scope.unit.evaluateAt(only.at, (frame) => {
    const value = evaluate(frame);
    if (value instanceof Undefined) value.refuseIfStrict();
    return value;
  });
}
