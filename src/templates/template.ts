import { SourceText } from '../base/text/source-text.js';
import { findReferences } from './analysis/references.js';
import { findVariables, type TemplateVariable } from './analysis/variables.js';
import { Budget } from './budget.js';
import type { Engine } from './engine.js';
import { locate } from './locate.js';
import type { CompiledTemplate } from './runtime/compiled-template.js';
import { Context, DataNames } from './runtime/context.js';
import { Rendering } from './runtime/rendering.js';
import { toPlain } from './values/to-plain.js';

/** A template, ready to be rendered any number of times. */
export class Template {
  readonly #engine: Engine;
  readonly #compiled: CompiledTemplate;
  #variables: readonly TemplateVariable[] | undefined;

  /** @throws TemplateSyntaxError where the text is no template, LimitError where it nests too deeply */
  constructor(engine: Engine, name: string, source: string) {
    this.#engine = engine;
    this.#compiled = compileOrLocate(engine, name, source);
  }

  /** The variables that it takes from a context, with where it uses them. */
  get variables(): readonly TemplateVariable[] {
    // What it brings in may be another text the next time.
    if (this.references.length > 0) return findVariables(this.#compiled, this.#engine);
    this.#variables ??= findVariables(this.#compiled, this.#engine);
    return this.#variables;
  }

  /** The templates that it includes, imports or extends by a literal name, each once. */
  get references(): readonly string[] {
    return findReferences(this.#compiled.tree);
  }

  /**
   * Renders it with the values of a context, which is only read and never changed.
   *
   * @throws UndefinedError, TemplateRuntimeError, TemplateNotFoundError, LimitError; TemplateSyntaxError
   *   from a template that it brings in
   */
  render(context: Readonly<Record<string, unknown>> = {}): string {
    return this.#run((rendering) => {
      this.#compiled.start(rendering, this.#contextOf(context));
      return rendering.output;
    });
  }

  /** Whether it is one `{{ expression }}` and nothing else, so that `evaluate` gives its value. */
  get isExpression(): boolean {
    return this.#compiled.isExpression;
  }

  /**
   * The value of the one expression that it is, as plain JavaScript; of any other template what it renders to.
   * A value that is missing is undefined, unless the template is strict.
   *
   * @throws what `render` throws
   * @example
   * ```ts
   * compile('{{ numbers | select("odd") | list }}').evaluate({ numbers: [1, 2, 3] }); // [1, 3]
   * ```
   */
  evaluate(context: Readonly<Record<string, unknown>> = {}): unknown {
    if (!this.isExpression) return this.render(context);
    return this.#run((rendering) => {
      const value = this.#compiled.evaluate(rendering, this.#contextOf(context));
      return toPlain(value, rendering.budget);
    });
  }

  #contextOf(context: Readonly<Record<string, unknown>>): Context {
    return new Context(new DataNames(context, this.#engine.globalNames));
  }

  #run<Result>(work: (rendering: Rendering) => Result): Result {
    try {
      return work(new Rendering(this.#engine, new Budget(this.#engine.budget)));
    } catch (thrown) {
      throw locate(thrown, this.#compiled.source, 0);
    }
  }
}

function compileOrLocate(engine: Engine, name: string, source: string): CompiledTemplate {
  try {
    return engine.compile(name, source);
  } catch (thrown) {
    throw locate(thrown, new SourceText(name, source), 0);
  }
}
