import type { SourceText } from '../../base/text/source-text.js';
import type { Engine } from '../engine.js';
import { locate } from '../locate.js';
import type { BlockCode, CompiledTemplate, Evaluate, Execute } from '../runtime/compiled-template.js';
import { syntaxError } from '../syntax/syntax-error.js';
import type { Body, Expression } from '../syntax/syntax-tree.js';
import type { Scope } from './scope.js';

/** Compiles an expression. */
export type CompileExpression = (node: Expression, scope: Scope) => Evaluate;
/** Compiles statements that follow each other. */
export type CompileBody = (body: Body, scope: Scope) => Execute;

/** How the parts of a template are compiled. */
export interface Language {
  readonly expression: CompileExpression;
  readonly body: CompileBody;
}

/** One template on its way through the compiler. */
export class Unit {
  readonly engine: Engine;
  readonly source: SourceText;
  readonly template: CompiledTemplate;
  /** Compiles an expression; here, because expressions stand inside each other. */
  readonly expression: CompileExpression;
  /** Compiles statements that follow each other. */
  readonly body: CompileBody;
  /** The blocks compiled so far. */
  readonly blocks = new Map<string, BlockCode>();

  constructor(engine: Engine, source: SourceText, template: CompiledTemplate, language: Language) {
    this.engine = engine;
    this.source = source;
    this.template = template;
    this.expression = language.expression;
    this.body = language.body;
  }

  /** The error for a template that cannot be compiled. */
  error(offset: number, message: string, hint?: string): Error {
    return syntaxError(this.source, offset, message, { hint });
  }

  /** An expression whose faults are reported at an offset. */
  evaluateAt(offset: number, evaluate: Evaluate): Evaluate {
    const { source } = this;
    return (frame) => {
      try {
        return evaluate(frame);
      } catch (thrown) {
        throw locate(thrown, source, offset);
      }
    };
  }

  /** A statement whose faults are reported at an offset. */
  executeAt(offset: number, execute: Execute): Execute {
    const { source } = this;
    return (frame) => {
      try {
        return execute(frame);
      } catch (thrown) {
        throw locate(thrown, source, offset);
      }
    };
  }
}
