import { ABSENT } from './absent.js';
import type { Value } from './value.js';

/**
 * An object of the engine that a template can hold: a macro, a loop, a range, a namespace.
 * It shows exactly what these methods answer; nothing else of it can be reached.
 */
export abstract class TemplateObject {
  /** The name that messages give to its type, as Python would. */
  abstract readonly typeName: string;

  /** The value of `object.name`, or `ABSENT`. */
  attribute(_name: string): Value | typeof ABSENT {
    return ABSENT;
  }

  /** What printing it gives. */
  toText(): string {
    return `<${this.typeName} object>`;
  }

  /** Whether it counts as true. */
  isTrue(): boolean {
    return true;
  }
}
