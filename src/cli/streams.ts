export { type MemoryStreams, type MemoryStreamsOptions, memoryStreams } from './streams/memory-streams.js';
export { type ProcessStreamsOptions, processStreams } from './streams/process-streams.js';

/** Where a surface prints. */
export interface OutputStream {
  /** Written in full before it returns; dropped without a word once the reader has gone (`| head`). */
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width in cells; 80 when it is not known. */
  readonly columns: number;
  /** Whether colour is wanted here, decided for each stream by itself. */
  readonly colour: boolean;
}

/** Where a surface reads. */
export interface InputStream {
  readonly isTerminal: boolean;
  /** A pipe, a file or a socket stands behind it: neither a terminal nor the null device. */
  readonly isPiped: boolean;
  /**
   * Everything up to the end of the input.
   * @throws {InputTooLargeError} as soon as more than `limitBytes` have come.
   */
  readAll(limitBytes: number): Promise<Uint8Array>;
  /** The same, piece by piece, each when it is asked for. */
  pieces(): AsyncIterable<Uint8Array>;
  /** Hands over what is typed, key by key, as long as the returned function has not been called. */
  readKeys(listener: KeyListener): () => void;
}

/** Takes what is typed on a terminal that neither echoes nor interprets it (raw mode). */
export interface KeyListener {
  /** One key or several: characters and escape sequences as the terminal sends them. */
  onKeys(keys: string): void;
  /** The terminal has gone. */
  onEnd(): void;
}

export interface Streams {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}
