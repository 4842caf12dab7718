import { findReferences } from './analysis/references.js';
import { findVariables, type TemplateVariable } from './analysis/variables.js';
import { Budget } from './budget.js';
import { Engine } from './engine.js';
import { locate } from './locate.js';
import type { TemplateOptions } from './options.js';
import type { CompiledTemplate } from './runtime/compiled-template.js';
import { Context, DataNames } from './runtime/context.js';
import { Rendering } from './runtime/rendering.js';
import { SourceText } from './source-text.js';

const DEFAULT_NAME = '<template>';

/** A template, ready to be rendered any number of times. */
export interface Template {
  /** The variables that it takes from a context, with where it uses them. */
  readonly variables: readonly TemplateVariable[];
  /** The templates that it includes, imports or extends by a literal name, each once. */
  readonly references: readonly string[];
  /**
   * Renders it with the values of a context, which is only read and never changed.
   *
   * @throws UndefinedError, TemplateRuntimeError, TemplateNotFoundError, LimitError; TemplateSyntaxError
   *   from a template that it brings in
   */
  render(context?: Readonly<Record<string, unknown>>): string;
}

/**
 * Compiles a Jinja2 template.
 *
 * Values never become template code: what a context holds is printed as it is. A template reaches nothing
 * but the context's own keys, the engine's functions and those given in `options`.
 *
 * @throws TemplateSyntaxError where the text is no template, LimitError where it nests too deeply
 * @example
 * ```ts
 * const greeting = compile('Hello {{ name }}{% if excited %}!{% endif %}');
 * greeting.render({ name: 'Ada', excited: true }); // 'Hello Ada!'
 * ```
 */
export function compile(source: string, options: TemplateOptions = {}): Template {
  const engine = new Engine(options);
  const name = options.name ?? DEFAULT_NAME;
  const template = compileOrLocate(engine, name, source);
  let variables: readonly TemplateVariable[] | undefined;
  return {
    get variables() {
      variables ??= findVariables(template, engine);
      return variables;
    },
    get references() {
      return findReferences(template);
    },
    render: (context = {}) => render(engine, template, context),
  };
}

function compileOrLocate(engine: Engine, name: string, source: string): CompiledTemplate {
  try {
    return engine.compile(name, source);
  } catch (thrown) {
    throw locate(thrown, new SourceText(name, source), 0);
  }
}

function render(engine: Engine, template: CompiledTemplate, data: Readonly<Record<string, unknown>>): string {
  const rendering = new Rendering(engine, new Budget(engine.budget));
  try {
    template.execute(rendering, new Context(new DataNames(data, engine.globalNames)));
  } catch (thrown) {
    throw locate(thrown, template.source, 0);
  }
  return rendering.output;
}
