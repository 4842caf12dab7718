import { NotUtf8Error } from './errors.js';

/**
 * The text of a file, without a byte order mark.
 *
 * @param name the file's name, for the error
 * @throws NotUtf8Error
 */
export function utf8Text(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new NotUtf8Error(name, { cause });
  }
}
