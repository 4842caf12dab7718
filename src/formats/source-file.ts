import { formatBytes } from '../base/text/format-bytes.js';
import { UnreadablePromptFileError } from './errors.js';
import { occurrences } from './occurrences.js';

/** The largest file that is read. */
export const PROMPT_FILE_BYTES = 10_000_000;

/** A file to read prompts from. */
export interface SourceFile {
  /** With `/`; its end tells formats apart. */
  readonly path: string;
  readonly text: string;
  /** Other files of the folder by relative path, for formats of several files. */
  readonly beside?: ReadonlyMap<string, string>;
}

/**
 * A file from its bytes.
 *
 * @throws UnreadablePromptFileError where it is too large, or is not UTF-8 text
 */
export function sourceFile(path: string, bytes: Uint8Array, beside?: SourceFile['beside']): SourceFile {
  if (bytes.byteLength > PROMPT_FILE_BYTES) throw tooLarge(path);
  if (bytes.includes(0)) throw noText(path, 'it holds NUL bytes, as binary files do');
  return { path, text: decoded(path, bytes), ...(beside === undefined ? {} : { beside }) };
}

/**
 * The plain text of a file.
 *
 * @throws UnreadablePromptFileError where it is too large or holds NUL
 */
export function readableText(file: SourceFile): string {
  const { path, text } = file;
  // A text has at least as many bytes as units, which spares the count where it is far too long.
  const size = text.length > PROMPT_FILE_BYTES ? text.length : Buffer.byteLength(text);
  if (size > PROMPT_FILE_BYTES) throw tooLarge(path);
  if (text.includes('\0')) throw noText(path, 'it holds NUL characters, as binary files do');
  return plainText(text);
}

/** A text without byte order mark, with `\n` where every line ends in `\r\n`. */
export function plainText(text: string): string {
  return withLineFeeds(text.startsWith('\ufeff') ? text.slice(1) : text);
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw noText(path, 'it is not UTF-8 text');
  }
}

/** A file that mixes line ends means them, so that only a file with one kind of them is changed. */
function withLineFeeds(text: string): string {
  const returns = occurrences(text, '\r');
  if (returns === 0) return text;
  const pairs = occurrences(text, '\r\n');
  const throughout = returns === pairs && pairs === occurrences(text, '\n');
  return throughout ? text.replaceAll('\r\n', '\n') : text;
}

/** Without its size: a file that is too large is not read to its end, so that its size need not be known. */
function tooLarge(path: string): UnreadablePromptFileError {
  const reason = `it has more than ${formatBytes(PROMPT_FILE_BYTES)}, which is the most that is read`;
  return new UnreadablePromptFileError(path, reason);
}

function noText(path: string, reason: string): UnreadablePromptFileError {
  return new UnreadablePromptFileError(path, reason, null, { hint: 'Save it as UTF-8 text.' });
}
