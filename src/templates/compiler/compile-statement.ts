import { BREAK, CONTINUE, DONE, type Execute } from '../runtime/compiled-template.js';
import type { LoopControl, Statement } from '../syntax/syntax-tree.js';
import { compileBlock, compileExtends } from './compile-block.js';
import { compileFor } from './compile-for.js';
import { compileIf } from './compile-if.js';
import { compileFromImport, compileImport, compileInclude } from './compile-import.js';
import { compileCallBlock, compileMacro } from './compile-macro.js';
import { compilePrint, compileText } from './compile-output.js';
import { compileAutoescape, compileFilterBlock } from './compile-output-blocks.js';
import { compileBlockAssignment, compileSet, compileWith } from './compile-set.js';
import type { Scope } from './scope.js';

/** Compiles one statement. */
export function compileStatement(node: Statement, scope: Scope): Execute {
  switch (node.kind) {
    case 'text':
      return compileText(node, scope);
    case 'print':
      return compilePrint(node, scope);
    case 'if':
      return compileIf(node, scope);
    case 'for':
      return compileFor(node, scope);
    case 'break':
    case 'continue':
      return compileLoopControl(node, scope);
    case 'set':
      return compileSet(node, scope);
    case 'set-block':
      return compileBlockAssignment(node, scope);
    case 'with':
      return compileWith(node, scope);
    case 'do': {
      const evaluate = scope.unit.expression(node.expression, scope);
      return (frame) => {
        evaluate(frame);
        return DONE;
      };
    }
    case 'macro':
      return compileMacro(node, scope);
    case 'call-block':
      return compileCallBlock(node, scope);
    case 'filter-block':
      return compileFilterBlock(node, scope);
    case 'autoescape':
      return compileAutoescape(node, scope);
    case 'include':
      return compileInclude(node, scope);
    case 'import':
      return compileImport(node, scope);
    case 'from-import':
      return compileFromImport(node, scope);
    case 'extends':
      return compileExtends(node, scope);
    case 'block':
      return compileBlock(node, scope);
  }
}

function compileLoopControl(node: LoopControl, scope: Scope): Execute {
  if (!scope.inLoop) throw scope.unit.error(node.at, `'${node.kind}' outside loop`);
  const outcome = node.kind === 'break' ? BREAK : CONTINUE;
  return () => outcome;
}
