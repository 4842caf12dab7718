import { formatDollars } from '../../base/text/format-dollars.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { BatchRunOutput, BatchView } from '../../operations/batch/outputs.js';
import { nextLine, sentence } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import { rowsText } from './batch-words.js';

/** How a batch ended, or how far it came, and how it goes on. */
export function renderEnd({ batch, next }: BatchRunOutput, stream: OutputStream): string {
  return [
    problemText(batch, stream),
    sentence(`${answeredText(batch)} It cost ${formatDollars(batch.cost)}.`, stream),
    failureText(batch, next, stream),
    nextLine(next, stream),
  ].join('');
}

function problemText({ status, problem }: BatchView, stream: OutputStream): string {
  if (status === 'cancelled') return sentence('The batch was cancelled.', stream);
  if (status !== 'paused') return '';
  const { red, yellow } = styleFor(stream);
  if (problem === null) return yellow(sentence('The batch is paused.', stream));
  return red(sentence(`The batch is paused: ${problem.message}`, stream));
}

function answeredText({ rows, done, failed }: BatchView): string {
  if (done === rows) return done === 1 ? 'The row is answered.' : `All ${rowsText(done)} are answered.`;
  const left = (rows ?? 0) - done - failed;
  const parts = [
    `${groupThousands(done)} of ${rowsText(rows ?? 0)} ${done === 1 ? 'is' : 'are'} answered`,
    failed === 0 ? '' : `${groupThousands(failed)} failed`,
    left === 0 ? '' : `${groupThousands(left)} ${left === 1 ? 'is' : 'are'} left`,
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}

/** The place that the next command names is that of this one, too. */
function failureText({ id, failed }: BatchView, next: string, stream: OutputStream): string {
  if (failed === 0) return '';
  const status = next.replace(/batch \w+ \S+/, `batch status ${id}`);
  return sentence(`Why rows failed: ${status}`, stream);
}
