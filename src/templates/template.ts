import { findReferences } from './analysis/references.js';
import { findVariables, type TemplateVariable } from './analysis/variables.js';
import { Budget } from './budget.js';
import type { Engine } from './engine.js';
import { locate } from './locate.js';
import type { CompiledTemplate } from './runtime/compiled-template.js';
import { Context, DataNames } from './runtime/context.js';
import { Rendering } from './runtime/rendering.js';
import { SourceText } from './source-text.js';

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
    const rendering = new Rendering(this.#engine, new Budget(this.#engine.budget));
    try {
      this.#compiled.start(rendering, new Context(new DataNames(context, this.#engine.globalNames)));
    } catch (thrown) {
      throw locate(thrown, this.#compiled.source, 0);
    }
    return rendering.output;
  }
}

function compileOrLocate(engine: Engine, name: string, source: string): CompiledTemplate {
  try {
    return engine.compile(name, source);
  } catch (thrown) {
    throw locate(thrown, new SourceText(name, source), 0);
  }
}
