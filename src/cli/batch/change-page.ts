import type { BatchChangeOutput } from '../../operations/batch/outputs.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';

/** What was changed of a batch, and how it goes on. */
export function renderChange(what: string, { next }: BatchChangeOutput, stream: OutputStream): string {
  return sentence(what, stream) + nextLine(next, stream);
}
