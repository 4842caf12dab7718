import { ABSENT } from '../values/absent.js';
import type { Value } from '../values/value.js';
import type { BlockCode } from './compiled-template.js';

/** Where a name may be found: own properties of the caller's data, or a map. */
export interface Names {
  get(name: string): Value | typeof ABSENT;
}

/** The names that a template can see, and those that it sets at its top level. */
export class Context implements Names {
  /** What the template set, imported or defined at its top level. */
  readonly variables = new Map<string, Value>();
  /** Which of the variables an import of this template gives. */
  readonly exported = new Set<string>();
  /** For each block name its definitions, the one of the outermost child first. */
  readonly blocks = new Map<string, BlockCode[]>();
  readonly #around: Names;

  constructor(around: Names) {
    this.#around = around;
  }

  get(name: string): Value | typeof ABSENT {
    const variable = this.variables.get(name);
    if (variable !== undefined || this.variables.has(name)) return variable;
    return this.#around.get(name);
  }

  /** A context that sees these names first, and shares the blocks. */
  derive(names: ReadonlyMap<string, Value>): Context {
    const derived = new Context(this);
    for (const [name, value] of names) derived.variables.set(name, value);
    for (const [name, definitions] of this.blocks) derived.blocks.set(name, definitions);
    return derived;
  }

  /** Sets a variable of the top level. */
  set(name: string, value: Value): void {
    this.variables.set(name, value);
    if (!name.startsWith('_')) this.exported.add(name);
  }

  /** Sets a variable that an import of this template does not give. */
  setPrivately(name: string, value: Value): void {
    this.variables.set(name, value);
    this.exported.delete(name);
  }
}

/** Names kept in a map. */
export class MapNames implements Names {
  readonly #map: ReadonlyMap<string, Value>;

  constructor(map: ReadonlyMap<string, Value>) {
    this.#map = map;
  }

  get(name: string): Value | typeof ABSENT {
    return this.#map.has(name) ? this.#map.get(name) : ABSENT;
  }
}

/** The caller's data by its own keys, and behind it other names. A key whose value is undefined is not there. */
export class DataNames implements Names {
  readonly #data: Readonly<Record<string, Value>>;
  readonly #behind: Names;

  constructor(data: Readonly<Record<string, Value>>, behind: Names) {
    this.#data = data;
    this.#behind = behind;
  }

  get(name: string): Value | typeof ABSENT {
    if (!Object.hasOwn(this.#data, name)) return this.#behind.get(name);
    const value = this.#data[name];
    return value === undefined ? this.#behind.get(name) : value;
  }
}
