import { forTerminalLine } from '../../base/text/terminal-text.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { StatusOutput } from '../../operations/session/outputs.js';
import { sessionStatus } from '../../operations/session/session-status.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import { experimentLines } from './experiment-lines.js';
import { namedSession } from './named-session.js';
import { renderStanding } from './standing.js';
import type { status } from './status.js';
import { renderParts, renderSteps } from './steps.js';
import { renderSuggestion } from './suggestion.js';
import { renderWork } from './work-line.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof status>,
): Promise<number> {
  const deps = await context.open();
  const output = await sessionStatus(deps, { session: namedSession(given.session, options.session) });
  const inPlace = (next: string) => inSamePlace(deps, { next }).next;
  context.print(output, (stream) =>
    [
      renderSteps(output.steps, output.missing, context.now, stream),
      renderParts(output.parts, stream),
      renderUnread(output, inPlace, stream),
      renderSuggestion(output.suggestion, stream),
      renderRunStanding(output.run, stream),
      experimentLines(output.experiments, stream),
      renderWork(output.work, deps.config.values.actor, context.now, stream),
      renderStanding(output.session, output.next, stream),
    ]
      .filter((block) => block !== '')
      .join('\n'),
  );
  return exitCode.done;
}

/** A run that somebody has to say something to, or that can go on. */
function renderRunStanding(run: StatusOutput['run'], stream: OutputStream): string {
  if (run === null) return '';
  const { yellow } = styleFor(stream);
  const { waiting, status, problem } = run;
  if (waiting !== null) return `${yellow(`A run waits for your word on ${waiting.step}.`)}\n`;
  const why = problem === null ? '' : ` ${forTerminalLine(problem.message)}`;
  return `${yellow(`A run is ${status}.${why}`)}\n`;
}

/** Answers that are kept and were never read, each with the command that reads it. */
function renderUnread(
  { session, unread }: StatusOutput,
  inPlace: (command: string) => string,
  stream: OutputStream,
): string {
  const { yellow } = styleFor(stream);
  return unread
    .map(({ attempt, step }) => {
      const command = inPlace(`prompt-runner orchestrate retry ${session.id} --attempt ${attempt}`);
      return `${yellow(`An answer to ${step} was kept and never read.`)} Read it with:\n  ${command}\n`;
    })
    .join('');
}
