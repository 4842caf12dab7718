import type { CommandContext } from '../command-context.js';
import { renderError } from '../render/error-view.js';
import { choose } from './choose.js';
import { EditorFailedError } from './errors.js';
import { readLine } from './read-line.js';

/** What may become of something that waits for a person's word. */
export interface Decisions {
  approve(): Promise<unknown>;
  /** @returns false when the editor left it as it was: nothing is decided then */
  approveEdited(): Promise<boolean>;
  reject(comment: string): Promise<unknown>;
}

const choices = [
  { key: 'a', label: 'approve' },
  { key: 'e', label: 'edit' },
  { key: 'r', label: 'reject' },
  { key: 's', label: 'stop' },
] as const;

/**
 * Asks what shall become of what was shown, until something does.
 *
 * @returns false when it shall wait on
 */
export async function askDecision(context: CommandContext, decisions: Decisions): Promise<boolean> {
  for (;;) {
    const chosen = await choose(choices, context.streams);
    if (chosen === null || chosen === 's') return false;
    if (chosen === 'a') {
      await decisions.approve();
      return true;
    }
    const decide = chosen === 'e' ? approveEdited : rejectWithComment;
    if (await decide(context, decisions)) return true;
  }
}

/** @returns false when nothing was edited: the question stays */
async function approveEdited({ streams }: CommandContext, decisions: Decisions): Promise<boolean> {
  const { stderr } = streams;
  try {
    if (await decisions.approveEdited()) return true;
    stderr.write('The editor left it as it was; nothing is decided.\n');
  } catch (error) {
    if (!(error instanceof EditorFailedError)) throw error;
    stderr.write(renderError(error, stderr));
  }
  return false;
}

/** @returns false when nothing was said: to have the same done again costs as much, and is no better */
async function rejectWithComment({ streams }: CommandContext, decisions: Decisions): Promise<boolean> {
  const comment = (await readLine('What has to change? ', streams))?.trim();
  if (!comment) {
    streams.stderr.write('Without a word on what has to change, nothing is decided.\n');
    return false;
  }
  await decisions.reject(comment);
  return true;
}
