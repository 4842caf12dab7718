import type { Loss } from '../../../formats/index.js';

/** What could not be carried over, in a sentence. */
export function lossText({ what, reason, line }: Loss): string {
  return `${line === undefined ? '' : `line ${line}: `}${what} was not carried over: ${reason}.`;
}
