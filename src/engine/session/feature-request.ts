import type { Remedy } from '../../base/errors.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { shellWord } from '../../base/text/shell-word.js';
import { RequestRefusedError } from './errors.js';

/** A feature request as it came in. */
export interface RequestSource {
  readonly bytes: Uint8Array;
  /** The file that it was read from, as a person named it; null when it came another way. */
  readonly name: string | null;
}

/**
 * The text of a feature request, or a refusal that says why.
 *
 * @param limit largest accepted size in bytes
 * @throws RequestRefusedError when it is empty, not text, or too large
 */
export function readFeatureRequest(source: RequestSource, limit: number): string {
  const { bytes } = source;
  if (bytes.length > limit) {
    throw new RequestRefusedError(
      `The feature request has ${groupThousands(bytes.length)} bytes; the limit is ${groupThousands(limit)}.`,
      { hint: 'Put the essence into the request, or raise request.max_bytes in the configuration.' },
    );
  }
  const text = decodeRequest(source);
  if (text.trim() === '') {
    throw new RequestRefusedError('The feature request is empty.', {
      hint: 'Say in a sentence or more what shall be built.',
      next: 'prompt-runner orchestrate plan "Add password reset by mail"',
    });
  }
  return text;
}

/**
 * Bytes as text, without a byte order mark.
 * @throws RequestRefusedError when they are not UTF-8 text
 */
export function decodeRequest(source: RequestSource): string {
  const text = strictly(source).replace(/^\ufeff/, '');
  if (text.includes('\0')) throw notText('it contains NUL bytes', { hint: 'Save it as UTF-8 text.' });
  return text;
}

function strictly({ bytes, name }: RequestSource): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notText('it is not valid UTF-8', {
      hint: 'Save it as UTF-8 text; iconv makes it so, here from Latin-1.',
      next: name === null ? undefined : fromLatin1(name),
    });
  }
}

function fromLatin1(name: string): string {
  return `iconv -f latin1 -t utf-8 ${shellWord(name)} > ${shellWord(`${name}.utf8`)}`;
}

function notText(reason: string, remedy: Remedy): RequestRefusedError {
  return new RequestRefusedError(`The feature request is not text: ${reason}.`, remedy);
}
