import { fstatSync } from 'node:fs';
import type { Environment } from '../../base/environment.js';
import type { InputStream, KeyListener, OutputStream, Streams } from '../streams.js';
import { wantsColour } from './wants-colour.js';
import { writeFully } from './write-fully.js';

export interface ProcessStreamsOptions {
  /** False turns colour off whatever the environment says (`--no-color`). */
  readonly colour?: boolean;
}

const COLUMNS_WHEN_UNKNOWN = 80;

/**
 * The streams of this process. Nothing is opened before it is used: `process.stdin`, `process.stdout` and
 * node:tty take milliseconds that a command with its output in a pipe need not spend.
 *
 * @example const { stdout } = processStreams(process.env);
 */
export function processStreams(env: Environment, options: ProcessStreamsOptions = {}): Streams {
  return {
    stdin: new ProcessInput(),
    stdout: new ProcessOutput(1, () => process.stdout, env, options),
    stderr: new ProcessOutput(2, () => process.stderr, env, options),
  };
}

class ProcessOutput implements OutputStream {
  readonly #fd: number;
  readonly #nodeStream: () => NodeJS.WriteStream;
  readonly #env: Environment;
  readonly #options: ProcessStreamsOptions;
  #readerHasGone = false;

  constructor(
    fd: number,
    nodeStream: () => NodeJS.WriteStream,
    env: Environment,
    options: ProcessStreamsOptions,
  ) {
    this.#fd = fd;
    this.#nodeStream = nodeStream;
    this.#env = env;
    this.#options = options;
  }

  write(text: string): void {
    if (this.#readerHasGone) return;
    // A Windows console takes characters, not bytes in an encoding of ours; only Node's stream knows how.
    if (process.platform === 'win32' && this.isTerminal) this.#nodeStream().write(text);
    else this.#readerHasGone = !writeFully(this.#fd, Buffer.from(text));
  }

  get isTerminal(): boolean {
    return isTerminal(this.#fd);
  }

  get columns(): number {
    const columns = this.isTerminal ? this.#nodeStream().columns : 0;
    return columns > 0 ? columns : COLUMNS_WHEN_UNKNOWN;
  }

  get colour(): boolean {
    return this.#options.colour !== false && wantsColour(this.#env, this.isTerminal);
  }
}

class ProcessInput implements InputStream {
  get isTerminal(): boolean {
    return isTerminal(0);
  }

  get isPiped(): boolean {
    return !isDevice(0);
  }

  async readAll(limitBytes: number): Promise<Uint8Array> {
    const { collectBytes } = await import('./collect-bytes.js');
    return collectBytes(this.pieces(), limitBytes);
  }

  pieces(): AsyncIterable<Uint8Array> {
    return process.stdin;
  }

  readKeys(listener: KeyListener): () => void {
    const { stdin } = process;
    const onData = (keys: Buffer | string) => listener.onKeys(String(keys));
    const onEnd = () => listener.onEnd();
    stdin.setEncoding('utf8').setRawMode(true);
    stdin.on('data', onData).once('end', onEnd).resume();
    return () => {
      stdin.off('data', onData).off('end', onEnd).pause();
      stdin.setRawMode(false);
    };
  }
}

function isTerminal(fd: number): boolean {
  return isDevice(fd) && process.getBuiltinModule('node:tty').isatty(fd);
}

/** A character device: a terminal or the null device. A closed descriptor counts as the latter. */
function isDevice(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice();
  } catch {
    return true;
  }
}
