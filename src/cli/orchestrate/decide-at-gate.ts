import type { Deps } from '../../operations/deps.js';
import { approveStep, rejectStep } from '../../operations/session/run/decide-step.js';
import type { GateView } from '../../operations/session/run/run-outputs.js';
import type { CommandContext } from '../command-context.js';
import { choose } from '../input/choose.js';
import { EditorFailedError } from '../input/errors.js';
import { readLine } from '../input/read-line.js';
import { renderError } from '../render/error-view.js';
import { editedAnswer } from './edited-answer.js';
import { renderGate } from './gate-page.js';

const choices = [
  { key: 'a', label: 'approve' },
  { key: 'e', label: 'edit' },
  { key: 'r', label: 'reject' },
  { key: 's', label: 'stop' },
] as const;

/**
 * Shows what waits and asks what shall become of it.
 *
 * @returns false when it shall wait on
 */
export async function decideAtGate(
  context: CommandContext,
  deps: Deps,
  session: string,
  gate: GateView,
): Promise<boolean> {
  const { streams } = context;
  const { attempt } = gate;
  streams.stderr.write(`${renderGate(gate, streams.stderr)}\n`);
  for (;;) {
    const chosen = await choose(choices, streams);
    if (chosen === null || chosen === 's') return false;
    if (chosen === 'a') {
      await approveStep(deps, { session, attempt });
      return true;
    }
    const decide = chosen === 'e' ? approveEdited : rejectWithComment;
    if (await decide(context, deps, session, attempt)) return true;
  }
}

/** @returns false when nothing was edited: the question stays */
async function approveEdited(
  context: CommandContext,
  deps: Deps,
  session: string,
  attempt: string,
): Promise<boolean> {
  const { stderr } = context.streams;
  try {
    const edited = await editedAnswer(context, deps, session, attempt);
    if (edited === null) {
      stderr.write('The editor left it as it was; nothing is decided.\n');
      return false;
    }
    await approveStep(deps, { session, attempt, edited });
    return true;
  } catch (error) {
    if (!(error instanceof EditorFailedError)) throw error;
    stderr.write(renderError(error, stderr));
    return false;
  }
}

/** @returns false when nothing was said: to have the same done again costs as much, and is no better */
async function rejectWithComment(
  { streams }: CommandContext,
  deps: Deps,
  session: string,
  attempt: string,
): Promise<boolean> {
  const comment = (await readLine('What has to change? ', streams))?.trim();
  if (!comment) {
    streams.stderr.write('Without a word on what has to change, nothing is decided.\n');
    return false;
  }
  await rejectStep(deps, { session, attempt, comment });
  return true;
}
