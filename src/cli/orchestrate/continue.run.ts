import type { Deps } from '../../operations/deps.js';
import { continueSession } from '../../operations/session/continue-session.js';
import type { ContinueOutput } from '../../operations/session/outputs.js';
import { sessionStatus } from '../../operations/session/session-status.js';
import type { SessionView } from '../../operations/session/view-shapes.js';
import { answerStepOf, isAnswerStep } from '../../operations/session/vocabulary.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { continueCommand } from './continue.js';
import { deliverPrompt, type PromptDestination } from './deliver-prompt.js';
import { renderFindings } from './findings.js';
import { namedSession } from './named-session.js';
import { noteSecrets } from './note-secrets.js';
import { type AnswerSource, readAnswer, readAnswerText } from './read-answer.js';
import { showCompleted } from './show-completed.js';
import { noteStanding } from './standing.js';

type ContinueInput = InputOf<typeof continueCommand>;

export async function run(
  context: CommandContext,
  { arguments: given, options }: ContinueInput,
): Promise<number> {
  const deps = await context.open();
  const { session } = await sessionStatus(deps, { session: namedSession(given.session, options.session) });
  const answer = await answerIfGiven(context, deps, session, options);
  const output = await continueSession(deps, { session: session.id, answer, force: options.force });
  return show(context, output, options);
}

/**
 * Reads the answer when one is due, or when one is given expressly: what was given is then kept, even where
 * it is not asked for.
 */
async function answerIfGiven(
  context: CommandContext,
  deps: Deps,
  session: SessionView,
  source: AnswerSource,
) {
  const { stdin } = context.streams;
  const named = source.file !== undefined || source.paste || source.edit;
  const due = session.step !== null && isAnswerStep(session.step);
  const given = named || (due && (stdin.isPiped || stdin.isTerminal));
  if (!given) return undefined;
  if (session.step === null) return readAnswerText(context, deps, 'the answer', source);
  return readAnswer(context, deps, session, answerStepOf(session.step), source);
}

async function show(
  context: CommandContext,
  output: ContinueOutput,
  destination: PromptDestination,
): Promise<number> {
  if (output.planning !== null) {
    context.note(`${renderFindings(output.planning, context.streams.stderr)}\n`);
  }
  noteSecrets(context, output.secrets);
  if (output.summary !== null)
    return showCompleted(context, { ...output, summary: output.summary }, destination.out);
  const code =
    output.prompt === null ? exitCode.done : await deliverPrompt(context, output, output.prompt, destination);
  noteStanding(context, output.session, output.next);
  return output.missing.length > 0 ? exitCode.partly : code;
}
