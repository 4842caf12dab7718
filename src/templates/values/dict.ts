import { ABSENT } from './absent.js';
import { hashKey } from './hash-key.js';
import type { Value } from './value.js';

/** A dict that a template made: keys of any hashable kind, in the order of insertion. */
export class Dict {
  readonly #entries = new Map<unknown, [key: Value, value: Value]>();

  static of(entries: Iterable<readonly [Value, Value]>): Dict {
    const dict = new Dict();
    for (const [key, value] of entries) dict.set(key, value);
    return dict;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Value): Value | typeof ABSENT {
    const entry = this.#entries.get(hashKey(key));
    return entry === undefined ? ABSENT : entry[1];
  }

  /** Sets a value; a key that is there already keeps its place and its spelling. */
  set(key: Value, value: Value): void {
    const hash = hashKey(key);
    const entry = this.#entries.get(hash);
    if (entry === undefined) this.#entries.set(hash, [key, value]);
    else entry[1] = value;
  }

  delete(key: Value): boolean {
    return this.#entries.delete(hashKey(key));
  }

  clear(): void {
    this.#entries.clear();
  }

  entries(): IterableIterator<[key: Value, value: Value]> {
    return this.#entries.values();
  }
}
