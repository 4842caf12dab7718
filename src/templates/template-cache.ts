import { BoundedMap } from './bounded-map.js';
import { Engine } from './engine.js';
import { Template } from './template.js';
import { DEFAULT_NAME, type TemplateOptions } from './template-options.js';

const STANDARD_SIZE = 200;

/**
 * Compiles templates that share their options, and keeps those used last, found by their content.
 *
 * @example
 * ```ts
 * const templates = new TemplateCache({ undefined: 'strict' });
 * templates.compile('Hello {{ name }}') === templates.compile('Hello {{ name }}'); // true
 * ```
 */
export class TemplateCache {
  readonly #engine: Engine;
  readonly #name: string;
  readonly #templates: BoundedMap<string, Template>;

  /** @param most how many templates are kept */
  constructor(options: TemplateOptions = {}, most = STANDARD_SIZE) {
    this.#engine = new Engine(options);
    this.#name = options.name ?? DEFAULT_NAME;
    this.#templates = new BoundedMap(most);
  }

  /** The template for a text, compiled unless it is kept; errors show `name`. */
  compile(source: string, name = this.#name): Template {
    const key = `${name.length}:${name}${source}`;
    const kept = this.#templates.get(key);
    if (kept !== undefined) return kept;
    const template = new Template(this.#engine, name, source);
    this.#templates.set(key, template);
    return template;
  }
}
