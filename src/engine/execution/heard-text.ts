import type { CallWatch } from '../../models/spec/open-model.js';

/** Remembers what is told of the answer to a call, where somebody listens: nobody is made to stream for it. */
export class HeardText {
  #text = '';

  get text(): string {
    return this.#text;
  }

  /** The same watch for a new call, remembered from its beginning. */
  listening(watch: CallWatch): CallWatch {
    const { onText } = watch;
    this.#text = '';
    if (onText === undefined) return watch;
    return {
      ...watch,
      onText: (text) => {
        this.#text += text;
        onText(text);
      },
    };
  }
}
