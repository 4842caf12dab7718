import type { InputStream, KeyListener, OutputStream, Streams } from '../streams.js';
import { collectBytes } from './collect-bytes.js';

export interface MemoryStreamsOptions {
  /** What comes through a pipe. Without it nothing stands behind stdin, as with the null device. */
  readonly stdin?: string | Uint8Array;
  /** What a person types, one entry a key press or a paste; then the terminal goes. */
  readonly keys?: readonly string[];
  /** Which of the three are terminals; true means all. */
  readonly terminal?: boolean | readonly (keyof Streams)[];
  /** Width in cells, 80 unless given. */
  readonly columns?: number;
  readonly colour?: boolean;
}

export interface MemoryStreams extends Streams {
  /** All that was written to stdout so far. */
  out(): string;
  /** All that was written to stderr so far. */
  err(): string;
}

/**
 * Streams without a process, for tests and for running a command inside another program.
 *
 * @example
 * const streams = memoryStreams({ stdin: 'an answer' });
 * streams.stdout.write('done\n');
 * streams.out() === 'done\n';
 */
export function memoryStreams(options: MemoryStreamsOptions = {}): MemoryStreams {
  const { terminal = false } = options;
  const isTerminal = (name: keyof Streams) =>
    typeof terminal === 'boolean' ? terminal : terminal.includes(name);
  const stdout = new MemoryOutput(isTerminal('stdout'), options);
  const stderr = new MemoryOutput(isTerminal('stderr'), options);
  const stdin = new MemoryInput(isTerminal('stdin'), options);
  return { stdin, stdout, stderr, out: () => stdout.written, err: () => stderr.written };
}

class MemoryOutput implements OutputStream {
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly colour: boolean;
  written = '';

  constructor(isTerminal: boolean, { columns = 80, colour = false }: MemoryStreamsOptions) {
    this.isTerminal = isTerminal;
    this.columns = columns;
    this.colour = colour;
  }

  write(text: string): void {
    this.written += text;
  }
}

class MemoryInput implements InputStream {
  readonly isTerminal: boolean;
  readonly isPiped: boolean;
  readonly #bytes: Uint8Array;
  readonly #keys: readonly string[];
  /** How many of them are typed: whoever listens next gets those after them. */
  #typed = 0;

  constructor(isTerminal: boolean, { stdin, keys = [] }: MemoryStreamsOptions) {
    this.isTerminal = isTerminal;
    this.isPiped = stdin !== undefined;
    this.#bytes = typeof stdin === 'string' ? Buffer.from(stdin) : (stdin ?? new Uint8Array());
    this.#keys = keys;
  }

  readAll(limitBytes: number): Promise<Uint8Array> {
    return collectBytes(this.pieces(), limitBytes);
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    yield this.#bytes;
  }

  readKeys(listener: KeyListener): () => void {
    let listening = true;
    const type = async () => {
      for (;;) {
        await nextTurn();
        if (!listening) return;
        const keys = this.#keys[this.#typed];
        if (keys === undefined) return listener.onEnd();
        this.#typed++;
        listener.onKeys(keys);
      }
    };
    void type();
    return () => {
      listening = false;
    };
  }
}

/** Nobody types before the one who reads has turned to listen, and has taken in what was typed before. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
