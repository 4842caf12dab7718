import { Readable } from 'node:stream';
import type { InputStream, OutputStream } from '../streams.js';
import { bracketedPaste, pasteSeparator } from './paste-separator.js';

const MOST_KEYS_AT_ONCE = 200;

/**
 * The keyboard as Node's readline wants it. Pastes are kept from readline, which would submit each of their
 * lines as if it had been typed, and given to `onPaste`, in order with the keys around them.
 *
 * Readline switches raw mode on while it reads and off while the process is suspended (Ctrl-Z); listening
 * and the marking of pastes follow it.
 */
export class KeyInput extends Readable {
  readonly #stdin: InputStream;
  readonly #screen: OutputStream;
  readonly #onPaste: (text: string) => void;
  #stopListening: (() => void) | null = null;

  constructor(stdin: InputStream, screen: OutputStream, onPaste: (text: string) => void) {
    super({ read: () => {} });
    this.#stdin = stdin;
    this.#screen = screen;
    this.#onPaste = onPaste;
  }

  setRawMode(on: boolean): void {
    if (on === (this.#stopListening !== null)) return;
    this.#screen.write(on ? bracketedPaste.on : bracketedPaste.off);
    this.#stopListening?.();
    this.#stopListening = on ? this.#listen() : null;
  }

  /**
   * Emitted at once: through the stream's buffer, keys would come after a paste that they precede. And one
   * by one: readline appends several characters to the line, wherever the cursor is, because it takes them
   * for a paste. Many are one, from a terminal that does not mark pastes; one by one they would take
   * quadratic time.
   */
  #press(keys: string): void {
    const pressed = keys.length <= MOST_KEYS_AT_ONCE ? keys : [keys];
    for (const key of pressed) this.emit('data', key);
  }

  #listen(): () => void {
    const separate = pasteSeparator();
    return this.#stdin.readKeys({
      onKeys: (keys) => {
        for (const { kind, text } of separate(keys)) {
          if (kind === 'keys') this.#press(text);
          else this.#onPaste(text);
        }
      },
      onEnd: () => this.emit('end'),
    });
  }
}
