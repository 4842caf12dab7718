import type { Engine } from '../engine.js';
import { CompiledTemplate } from '../runtime/compiled-template.js';
import type { SourceText } from '../source-text.js';
import { parseTemplate } from '../syntax/parse-template.js';
import { compileBody } from './compile-body.js';
import { compileExpression } from './compile-expression.js';
import { Variables } from './scope.js';
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
    const execute = compileBody(tree, {
      unit,
      variables: Variables.ofTemplate(),
      soft: false,
      inLoop: false,
      isTopLevelOutput: true,
    });
    return { execute, blocks: unit.blocks };
  });
}
