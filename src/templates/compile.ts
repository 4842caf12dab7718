import { Engine } from './engine.js';
import { Template } from './template.js';
import { DEFAULT_NAME, type TemplateOptions } from './template-options.js';

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
  return new Template(new Engine(options), options.name ?? DEFAULT_NAME, source);
}
