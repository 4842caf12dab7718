import type { Streams } from '../streams.js';
import { openLineEditor } from './line-editor.js';

/**
 * The line that a person types; null when there is none, because the input or the terminal ended before
 * Enter. A paste is no answer.
 *
 * @throws {InterruptedError} on Ctrl-C
 */
export async function readLine(prompt: string, streams: Streams): Promise<string | null> {
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
