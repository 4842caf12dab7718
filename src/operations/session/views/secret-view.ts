import { findSecrets } from '../../../base/text/secrets.js';
import { decodeAnswer } from '../../../sections/index.js';
import type { SecretView } from '../view-shapes.js';

/** The credentials that an answer seems to hold: where they are, never what they are. */
export function secretsIn(bytes: Uint8Array): SecretView[] {
  return findSecrets(decodeAnswer(bytes)).map(({ kind, start, end }) => ({ kind, start, end }));
}
