import type { Unit } from './unit.js';

/** Where a variable is kept: how many frames further out, and in which slot. */
export interface Location {
  readonly hops: number;
  readonly slot: number;
}

/** What the compiler knows of the place where a statement or expression stands. */
export interface Scope {
  /** The template being compiled. */
  readonly unit: Unit;
  /** The variables that live here. */
  readonly variables: Variables;
  /** Whether the code may never run (inside `if`), so that an unknown filter is no error yet. */
  readonly soft: boolean;
  /** Whether a loop is around, within the same macro or block. */
  readonly inLoop: boolean;
  /** Whether output here belongs to the top level, and is dropped once the template extends another. */
  readonly isTopLevelOutput: boolean;
}

/** The names of one frame and of those around it. */
export class Variables {
  readonly #slots = new Map<string, number>();
  readonly #outer: Variables | undefined;
  /** Whether names set here are variables of the template itself, kept in its context. */
  readonly areTopLevel: boolean;

  private constructor(outer: Variables | undefined, names: Iterable<string>, areTopLevel: boolean) {
    this.#outer = outer;
    this.areTopLevel = areTopLevel;
    for (const name of names) this.slot(name);
  }

  /** Of a template's top level, which keeps its variables in the context. */
  static ofTemplate(): Variables {
    return new Variables(undefined, [], true);
  }

  /** Of a frame that sees nothing around it but the context. */
  static ofBlock(names: Iterable<string>): Variables {
    return new Variables(undefined, names, false);
  }

  /** Of a frame inside this one. */
  inner(names: Iterable<string>): Variables {
    return new Variables(this, names, false);
  }

  /** The number of slots of this frame. */
  get size(): number {
    return this.#slots.size;
  }

  /** The slot of a name in this frame, made when there is none yet. */
  slot(name: string): number {
    const slot = this.#slots.get(name) ?? this.#slots.size;
    this.#slots.set(name, slot);
    return slot;
  }

  /** Where a name may be, innermost first: the first place whose slot is set at that time counts. */
  locate(name: string): readonly Location[] {
    const locations: Location[] = [];
    let hops = 0;
    for (let variables: Variables | undefined = this; variables !== undefined; variables = variables.#outer) {
      const slot = variables.#slots.get(name);
      if (slot !== undefined) locations.push({ hops, slot });
      hops += 1;
    }
    return locations;
  }

  /** All names of this frame and those around it. */
  names(): ReadonlySet<string> {
    return new Set([...(this.#outer?.names() ?? []), ...this.#slots.keys()]);
  }
}
