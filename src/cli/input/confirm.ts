import { forTerminal } from '../../base/text/terminal-text.js';
import { styleFor } from '../render/style.js';
import { wrap } from '../render/wrap.js';
import type { Streams } from '../streams.js';
import { ConfirmationNeededError } from './errors.js';
import { readLine } from './read-line.js';

/**
 * Asks a question that a line answers: `y` or `yes` is yes, and anything else, Ctrl-D too, is no. A paste is
 * no answer.
 *
 * @param question ends with a question mark and says what will be lost or changed
 * @throws {ConfirmationNeededError} when there is no terminal to ask on; it never waits for one
 * @throws {InterruptedError} on Ctrl-C
 * @example if (await confirm('Delete session s4k2… and its 3 answers?', streams)) …
 */
export async function confirm(question: string, streams: Streams): Promise<boolean> {
  const { stdin, stderr } = streams;
  if (!stdin.isTerminal || !stderr.isTerminal) throw new ConfirmationNeededError(question);
  const { bold, dim } = styleFor(stderr);
  const [lastLine = '', ...above] = wrap(`${forTerminal(question)} ${CHOICES}`, stderr.columns - 2)
    .split('\n')
    .reverse();
  for (const line of above.reverse()) stderr.write(`${bold(line)}\n`);
  const prompt = `${bold(lastLine.slice(0, -CHOICES.length))}${dim(CHOICES)} `;
  const answer = await readLine(prompt, streams);
  if (answer === null) stderr.write('\n');
  return /^y(?:es)?$/i.test(answer?.trim() ?? '');
}

const CHOICES = '[y/N]';
