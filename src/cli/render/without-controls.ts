import { forTerminal } from '../../base/text/terminal-text.js';

/**
 * The beginning of something that is complete only with what comes next: an escape sequence, a line end of
 * two characters, one of two surrogates.
 */
const BEGUN =
  /(?:\u001b(?:\[[0-?]*[ -/]*|[\]PX^_][^\u0007\u001b]*\u001b?|[ -/]*)|\u009b[0-?]*[ -/]*|\r|[\ud800-\udbff])$/;
/** A sequence that is longer than this, in UTF-16 units, is not waited for. */
const LONGEST_SEQUENCE = 4096;

/** {@link forTerminal} for a text that comes bit by bit: what is parted by a border is seen all the same. */
export class WithoutControls {
  #held = '';

  /** What can be shown by now. */
  push(bit: string): string {
    const text = this.#held + bit;
    const begun = BEGUN.exec(text.slice(-LONGEST_SEQUENCE));
    const end = begun === null ? text.length : text.length - begun[0].length;
    this.#held = text.slice(end);
    return forTerminal(text.slice(0, end));
  }

  /** What is left when nothing comes any more. */
  end(): string {
    const rest = forTerminal(this.#held);
    this.#held = '';
    return rest;
  }
}
