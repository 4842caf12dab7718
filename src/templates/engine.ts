import { SourceText } from '../base/text/source-text.js';
import { BoundedMap } from './bounded-map.js';
import type { BudgetOptions } from './budget.js';
import { compileTemplate } from './compiler/compile-template.js';
import { BUILTIN_FILTERS } from './filters/builtin-filters.js';
import { BUILTIN_GLOBALS } from './globals/builtin-globals.js';
import { hostFunctions, hostGlobals } from './host-functions.js';
import { nearest } from './nearest.js';
import { normalizeSource } from './normalize-source.js';
import type { CompiledTemplate } from './runtime/compiled-template.js';
import { MapNames, type Names } from './runtime/context.js';
import type { FunctionTable } from './runtime/native-function.js';
import type { TemplateLoader, TemplateOptions } from './template-options.js';
import { BUILTIN_TESTS } from './tests/builtin-tests.js';
import type { UndefinedKind } from './values/undefined.js';

/** How many of the templates that others bring in are kept compiled. */
const MOST_LOADED = 500;

/** What templates of one kind share: options, filters, tests, globals, and the templates they bring in. */
export class Engine {
  readonly trimBlocks: boolean;
  readonly lstripBlocks: boolean;
  readonly autoescape: boolean;
  readonly undefinedKind: UndefinedKind;
  readonly budget: BudgetOptions;
  readonly filters: FunctionTable;
  readonly tests: FunctionTable;
  readonly globalNames: Names;
  readonly #keepTrailingNewline: boolean;
  readonly #loader: TemplateLoader;
  readonly #namesNear: (missing: string) => Iterable<string>;
  readonly #loaded = new BoundedMap<string, CompiledTemplate>(MOST_LOADED);

  constructor(options: TemplateOptions) {
    this.trimBlocks = options.trimBlocks ?? false;
    this.lstripBlocks = options.lstripBlocks ?? false;
    this.autoescape = options.autoescape ?? false;
    this.undefinedKind = options.undefined ?? 'default';
    this.budget = options.budget ?? {};
    this.#keepTrailingNewline = options.keepTrailingNewline ?? false;
    this.#loader = options.loader ?? (() => undefined);
    this.#namesNear = options.namesNear ?? (() => []);
    this.filters = withRegistered(BUILTIN_FILTERS, hostFunctions(options.filters));
    this.tests = withRegistered(BUILTIN_TESTS, hostFunctions(options.tests));
    this.globalNames = new MapNames(new Map([...BUILTIN_GLOBALS, ...hostGlobals(options.globals)]));
  }

  /** Compiles a template under a name, which errors and imports show. */
  compile(name: string, text: string): CompiledTemplate {
    return compileTemplate(this, new SourceText(name, normalizeSource(text, this.#keepTrailingNewline)));
  }

  /** The template that the loader has under a name, compiled once for each text. */
  load(name: string): CompiledTemplate | undefined {
    const text = this.#loader(name);
    if (text === undefined) return undefined;
    const known = this.#loaded.get(name);
    const source = normalizeSource(text, this.#keepTrailingNewline);
    if (known !== undefined && known.source.text === source) return known;
    const template = compileTemplate(this, new SourceText(name, source));
    this.#loaded.set(name, template);
    return template;
  }

  /** Says that there is no template of a name or of any of several, and which may have been meant. */
  missing(names: readonly string[]): string {
    const [first = ''] = names;
    const none =
      names.length === 1
        ? `There is no template '${first}'.`
        : `There is none of the templates ${names.map((name) => `'${name}'`).join(', ')}.`;
    const near = nearest(first, this.#namesNear(first));
    return near === undefined ? none : `${none} Did you mean '${near}'?`;
  }
}

function withRegistered(builtin: FunctionTable, registered: FunctionTable): FunctionTable {
  return registered.size === 0 ? builtin : new Map([...builtin, ...registered]);
}
