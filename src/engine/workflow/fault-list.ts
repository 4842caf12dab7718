import type { SourceText } from '../../base/text/source-text.js';
import { faultAt, type WorkflowFault } from './fault.js';

/** Nobody reads more at once; what is left shows when these are mended. */
const MOST_FAULTS = 100;

/** What is wrong in a file, as it is found. */
export class FaultList {
  readonly found: WorkflowFault[] = [];
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
  }

  get isFull(): boolean {
    return this.found.length >= MOST_FAULTS;
  }

  /** @param offset in the file, in UTF-16 units */
  add(offset: number, message: string, hint: string | null = null): void {
    if (!this.isFull) this.found.push(faultAt(this.#source, offset, message, hint));
  }

  /** The line of a place, for words about another one. */
  lineOf(offset: number): number {
    return this.#source.position(offset).line;
  }
}
