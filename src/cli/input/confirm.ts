import { styleFor } from '../render/style.js';
import type { Streams } from '../streams.js';
import { ConfirmationNeededError } from './errors.js';
import { openLineEditor } from './line-editor.js';

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
  const answer = await readLine(`${bold(question)} ${dim('[y/N]')} `, streams);
  if (answer === null) stderr.write('\n');
  return /^y(?:es)?$/i.test(answer?.trim() ?? '');
}

/** The line that a person types; null when there is none, because the input or the terminal ended before Enter. */
async function readLine(prompt: string, streams: Streams): Promise<string | null> {
  let typed: string | null = null;
  const { editor, closed } = openLineEditor(streams, {
    prompt,
    onPaste: () => {},
    onEnd: () => editor.removeAllListeners('line'),
  });
  editor.once('line', (line) => {
    typed = line;
    editor.close();
  });
  editor.prompt();
  await closed;
  return typed;
}
