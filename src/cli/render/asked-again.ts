import { formatDuration } from '../../base/text/format-duration.js';
import { redactSecrets } from '../../base/text/secrets.js';
import type { Retry } from '../../operations/execution/vocabulary.js';
import type { OutputStream } from '../streams.js';
import { sentence } from './next-line.js';

/** What a call to a model failed of, and when it is made again. */
export function askedAgain({ message, waitMs, call, of }: Retry, stream: OutputStream): string {
  const wait = waitMs === 0 ? 'at once' : `in ${formatDuration(waitMs)}`;
  return sentence(redactSecrets(`${message} It is asked again ${wait} (${call} of ${of}).`), stream);
}
