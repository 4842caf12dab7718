import type { OutputStream } from '../streams.js';

/** Clears a line that is drawn again and again; it comes back below what is written then. */
export type ClearLine = () => void;

const lines = new WeakMap<OutputStream, ClearLine>();

/**
 * Says that a line is drawn again and again at the bottom of a stream, so that `writeAbove` makes room there.
 *
 * @returns what says that it is gone
 */
export function holdLine(stream: OutputStream, clear: ClearLine): () => void {
  lines.set(stream, clear);
  return () => {
    if (lines.get(stream) === clear) lines.delete(stream);
  };
}

/** Writes what stays, above the line that is drawn again and again at the bottom of the stream, if there is one. */
export function writeAbove(stream: OutputStream, text: string): void {
  lines.get(stream)?.();
  stream.write(text);
}
