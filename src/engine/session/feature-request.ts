import { groupThousands } from '../../base/text/group-thousands.js';
import { RequestRefusedError } from './errors.js';

/**
 * The text of a feature request, or a refusal that says why.
 *
 * @param limit largest accepted size in bytes
 * @throws RequestRefusedError when it is empty, not text, or too large
 */
export function readFeatureRequest(bytes: Uint8Array, limit: number): string {
  if (bytes.length > limit) {
    throw new RequestRefusedError(
      `The feature request has ${groupThousands(bytes.length)} bytes; the limit is ${groupThousands(limit)}.`,
      { hint: 'Put the essence into the request, or raise request.max_bytes in the configuration.' },
    );
  }
  const text = decodeRequest(bytes);
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
export function decodeRequest(bytes: Uint8Array): string {
  const text = strictly(bytes).replace(/^\ufeff/, '');
  if (text.includes('\0')) throw notText('it contains NUL bytes');
  return text;
}

function strictly(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notText('it is not valid UTF-8');
  }
}

function notText(reason: string): RequestRefusedError {
  return new RequestRefusedError(`The feature request is not text: ${reason}.`, {
    hint: 'Save it as UTF-8 text, for instance with: iconv -f latin1 -t utf-8 request.txt',
  });
}
