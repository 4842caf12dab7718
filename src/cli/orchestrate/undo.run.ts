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

function describe({ kind, step, at, actor }: UndoOutput['undone'], now: Date): string {
  const what = step === null ? kind : `${step} (${kind})`;
  return `${what}, done ${relativeTime(at, now)} by ${actor}`;
}
