import type { Engine } from '../engine.js';
import { locate } from '../locate.js';
import type { BlockCode, CompiledTemplate, Evaluate, Execute } from '../runtime/compiled-template.js';
import type { SourceText } from '../source-text.js';
import { syntaxError } from '../syntax/syntax-fault.js';

/** One template on its way through the compiler. */
export class Unit {
  readonly engine: Engine;
  readonly source: SourceText;
  readonly template: CompiledTemplate;
  /** The blocks compiled so far. */
  readonly blocks = new Map<string, BlockCode>();

  constructor(engine: Engine, source: SourceText, template: CompiledTemplate) {
    this.engine = engine;
    this.source = source;
    this.template = template;
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
