import type { UndoOutput } from '../../operations/session/outputs.js';
import { undoMove } from '../../operations/session/undo-move.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { relativeTime } from '../render/time.js';
import { namedSession } from './named-session.js';
import { renderStanding } from './standing.js';
import type { undo } from './undo.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof undo>,
): Promise<number> {
  const output = await undoMove(await context.open(), {
    session: namedSession(given.session, options.session),
  });
  context.print(
    output,
    (stream) =>
      `Taken back: ${describe(output.undone, context.now)}\n\n${renderStanding(output.session, output.next, stream)}`,
  );
  return exitCode.done;
}

const words: Readonly<Record<string, string>> = {
  'step-done': 'the step',
  'answer-incomplete': 'the incomplete answer to',
  'analysis-skipped': 'leaving the analysis out, before',
  'part-issued': "a part's prompt,",
  'part-done': "a part's report,",
  revised: 'the change of the request,',
  cancelled: 'the cancellation',
  deleted: 'the deletion',
};

function describe({ kind, step, at, actor }: UndoOutput['undone'], now: Date): string {
  const what = [words[kind] ?? kind, step].filter(Boolean).join(' ');
  return `${what}, done ${relativeTime(at, now)} by ${actor}`;
}
