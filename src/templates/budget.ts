import { groupThousands } from '../base/text/group-thousands.js';
import { limitFault } from './fault.js';

/**
 * What one rendering may use. Steps and characters decide, so that a template ends alike on any machine;
 * time only ends what a slow machine would never finish.
 */
export interface BudgetOptions {
  /** Statements run, loop turns, calls and items visited. Default 250,000. */
  readonly steps?: number;
  /** Characters of output that the template itself makes. Default 8 million. */
  readonly output?: number;
  /** Characters (and list items, 8 each) made on the way: concatenations, filter results. Default 16 million. */
  readonly intermediates?: number;
  /** Characters of values put in as they are. Default 64 million. */
  readonly inserted?: number;
  /** Macros, includes, blocks and recursive loops inside each other. Default 100. */
  readonly depth?: number;
  /** Milliseconds of wall time, looked at every 1,024 steps. Default 2,000. */
  readonly milliseconds?: number;
}

const DEFAULTS: Required<BudgetOptions> = {
  steps: 250_000,
  output: 8_000_000,
  intermediates: 16_000_000,
  inserted: 64_000_000,
  depth: 100,
  milliseconds: 2_000,
};

/** How many steps are taken between two looks at the clock. */
const STEPS_PER_LOOK = 1_024;

/** How many characters can be searched or compared in the time of a step. */
const CHARACTERS_PER_STEP = 256;
/** What a list costs per item, in characters of `intermediates`. */
const CHARACTERS_PER_ITEM = 8;

/** The account of one rendering: every method charges it, and throws a limit fault when it is overdrawn. */
export class Budget {
  readonly #limits: Required<BudgetOptions>;
  readonly #deadline: number;
  #steps: number;
  /** At fewer steps than these the clock is looked at. */
  #nextLook: number;
  #output: number;
  #intermediates: number;
  #inserted: number;
  #depth = 0;

  constructor(options: BudgetOptions = {}) {
    this.#limits = { ...DEFAULTS, ...options };
    this.#deadline = performance.now() + this.#limits.milliseconds;
    this.#steps = this.#limits.steps;
    this.#nextLook = Math.max(0, this.#steps - STEPS_PER_LOOK);
    this.#output = this.#limits.output;
    this.#intermediates = this.#limits.intermediates;
    this.#inserted = this.#limits.inserted;
  }

  /** Charges one unit of work, or `count` of them. */
  step(count = 1): void {
    this.#steps -= count;
    if (!(this.#steps >= this.#nextLook)) this.#look();
  }

  #look(): void {
    const { steps, milliseconds } = this.#limits;
    if (!(this.#steps >= 0)) {
      throw limitFault('steps', `The template takes more than ${groupThousands(steps)} steps.`);
    }
    if (performance.now() >= this.#deadline) {
      throw limitFault(
        'milliseconds',
        `The template takes longer than ${groupThousands(milliseconds)} ms on this machine.`,
      );
    }
    this.#nextLook = Math.max(0, this.#steps - STEPS_PER_LOOK);
  }

  /** Charges the reading of a text, which goes much faster than other work. */
  reads(characters: number): void {
    this.step(Math.floor(characters / CHARACTERS_PER_STEP));
  }

  /** Charges characters that the template wrote itself. */
  writes(characters: number): void {
    this.#output -= characters;
    if (this.#output < 0) {
      throw limitFault(
        'output',
        `The template creates more than ${groupThousands(this.#limits.output)} characters of output.`,
      );
    }
  }

  /** Charges characters of a value that goes into the output untouched. */
  inserts(characters: number): void {
    this.#inserted -= characters;
    if (this.#inserted < 0) {
      throw limitFault(
        'inserted',
        `The inserted values are larger than ${groupThousands(this.#limits.inserted)} characters.`,
      );
    }
  }

  /** Charges the characters of a text about to be made, before it is made. */
  makes(characters: number): void {
    this.#intermediates -= characters;
    if (!(this.#intermediates >= 0)) {
      const limit = groupThousands(this.#limits.intermediates);
      throw limitFault(
        'intermediates',
        `The texts and lists that the template makes on the way come to more than ${limit} characters.`,
      );
    }
  }

  /** Charges the items of a list about to be made. */
  collects(items: number): void {
    this.makes(items * CHARACTERS_PER_ITEM);
  }

  /** Goes one level down into a macro, include, block or recursive loop; `leave` comes back up. */
  enter(): void {
    this.#depth += 1;
    if (this.#depth > this.#limits.depth) {
      throw limitFault(
        'depth',
        `The template nests macros, includes or blocks more than ${this.#limits.depth} deep.`,
      );
    }
  }

  /** Whether another `enter` would be one too many. */
  get isAtDepth(): boolean {
    return this.#depth >= this.#limits.depth;
  }

  leave(): void {
    this.#depth -= 1;
  }
}
