import type { Deps } from '../../operations/deps.js';
import { continueSession } from '../../operations/session/continue-session.js';
import type { ContinueOutput, SessionView } from '../../operations/session/outputs.js';
import { sessionStatus } from '../../operations/session/session-status.js';
import { isAnswerStep } from '../../operations/session/vocabulary.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { continueCommand } from './continue.js';
import { checkDestination, deliverPrompt, type PromptDestination } from './deliver-prompt.js';
import { renderFindings } from './findings.js';
import { namedSession } from './named-session.js';
import { type AnswerSource, readAnswer } from './read-answer.js';
import { showCompleted } from './show-completed.js';
import { noteStanding } from './standing.js';

type ContinueInput = InputOf<typeof continueCommand>;

export async function run(
  context: CommandContext,
  { arguments: given, options }: ContinueInput,
): Promise<number> {
  await checkDestination(context, options);
  const deps = await context.open();
  const { session } = await sessionStatus(deps, { session: namedSession(given.session, options.session) });
  const answer = await answerIfDue(context, deps, session, options);
  const output = await continueSession(deps, { session: session.id, answer, force: options.force });
  return show(context, output, options);
}

/** A step that gives a prompt reads nothing, unless an answer is given expressly. */
async function answerIfDue(context: CommandContext, deps: Deps, session: SessionView, source: AnswerSource) {
  const named = source.file !== undefined || source.paste || source.edit;
  const due = session.step;
  if (due === null || (!isAnswerStep(due) && !named)) return undefined;
  const nothingToRead = !named && !context.streams.stdin.isPiped && !context.streams.stdin.isTerminal;
  return nothingToRead ? undefined : readAnswer(context, deps, session, due, source);
}

async function show(
  context: CommandContext,
  output: ContinueOutput,
  destination: PromptDestination,
): Promise<number> {
  if (output.planning !== null) {
    context.note(`${renderFindings(output.planning, output.secrets, context.streams.stderr)}\n`);
  }
  if (output.summary !== null)
    return showCompleted(context, { ...output, summary: output.summary }, destination.out);
  if (output.prompt !== null) await deliverPrompt(context, output, output.prompt, destination);
  noteStanding(context, output.session, output.next);
  return output.missing.length > 0 ? exitCode.partly : exitCode.done;
}
