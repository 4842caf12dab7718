import { styleFor } from '../render/style.js';
import type { Streams } from '../streams.js';
import { readLine } from './read-line.js';

/** One of several things to do, by its first letter. */
export interface Choice<Key extends string> {
  readonly key: Key;
  /** What it does, in a word or two that begin with the letter: `approve`. */
  readonly label: string;
}

/**
 * Asks until one of the choices is made.
 *
 * @returns null when the terminal ends
 * @throws {InterruptedError} on Ctrl-C
 */
export async function choose<Key extends string>(
  choices: readonly Choice<Key>[],
  streams: Streams,
): Promise<Key | null> {
  const { bold, dim } = styleFor(streams.stderr);
  const words = choices.map(({ key, label }) => `${bold(key)}${dim(`:${label}`)}`).join('  ');
  for (;;) {
    const answer = await readLine(`${words} ${dim('>')} `, streams);
    if (answer === null) return null;
    const typed = answer.trim().toLowerCase();
    const chosen = choices.find(
      ({ key, label }) => key === typed || (typed.length > 1 && label.startsWith(typed)),
    );
    if (chosen !== undefined) return chosen.key;
  }
}
