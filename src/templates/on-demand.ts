/**
 * The entry `prompt-runner/templates` of the built package: the names of `index.ts`, with the engine loaded
 * when it is first used, so that importing it costs next to nothing. What the engine does is synchronous,
 * hence `require`, which loads ES modules in every Node that the package supports.
 */
import { createRequire } from 'node:module';
import type { Template } from './template.js';

export {
  LimitError,
  TemplateError,
  TemplateNotFoundError,
  TemplateRuntimeError,
  TemplateSyntaxError,
  UndefinedError,
} from './errors.js';

type Engine = typeof import('./index.js');

/** What the bundle has of `index.ts`, beside the bundle of this file. */
const ENGINE_FILE = './templates-engine.js';
let loaded: Engine | undefined;

function engine(): Engine {
  loaded ??= createRequire(import.meta.url)(ENGINE_FILE) as Engine;
  return loaded;
}

export const compile: Engine['compile'] = (source, options) => engine().compile(source, options);
export const lint: Engine['lint'] = (source, options) => engine().lint(source, options);
export const variables: Engine['variables'] = (source, options) => engine().variables(source, options);
export const fetchingOnce: Engine['fetchingOnce'] = (fetch) => engine().fetchingOnce(fetch);
export const withFetched: Engine['withFetched'] = (fetch, work) => engine().withFetched(fetch, work);

export class TemplateCache {
  readonly #cache: InstanceType<Engine['TemplateCache']>;

  constructor(...given: ConstructorParameters<Engine['TemplateCache']>) {
    this.#cache = new (engine().TemplateCache)(...given);
  }

  compile(source: string, name?: string): Template {
    return this.#cache.compile(source, name);
  }
}
