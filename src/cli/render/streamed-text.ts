import { WithoutControls } from './without-controls.js';
import { WithoutSecrets } from './without-secrets.js';

/**
 * A text of a model that is shown while it comes: without control sequences and credentials, whatever the
 * borders between its bits part. What is shown in the end is what would be shown of the whole.
 */
export class StreamedText {
  readonly #write: (text: string) => void;
  #controls = new WithoutControls();
  #secrets = new WithoutSecrets();
  #isBegun = false;
  /** What was shown last. */
  #last = '';

  /** @param write shows a bit; it is never given an empty one */
  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** Whether something came, which may be held back as yet. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  push(bit: string): void {
    this.#isBegun ||= bit !== '';
    this.#show(this.#secrets.push(this.#controls.push(bit)));
  }

  /** Shows what was held back, and ends the line; after that another text may begin. */
  end(): void {
    this.#show(this.#secrets.push(this.#controls.end()) + this.#secrets.end());
    if (this.#last !== '' && !this.#last.endsWith('\n')) this.#write('\n');
    this.#last = '';
    this.#isBegun = false;
  }

  #show(text: string): void {
    if (text === '') return;
    this.#write(text);
    this.#last = text;
  }
}
