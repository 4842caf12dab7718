import type { CommandContext } from '../command-context.js';
import { nextLine, sentence } from '../render/next-line.js';

/** Says that work was handed out and nobody is there to take it. */
export function noteNobody(context: CommandContext): void {
  const { stderr } = context.streams;
  const said = sentence('No worker is running: the work waits until one is started.', stderr);
  context.note(said + nextLine('prompt-runner worker start', stderr));
}
