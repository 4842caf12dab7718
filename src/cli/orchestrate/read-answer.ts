import type { Deps } from '../../operations/deps.js';
import { sessionStatus } from '../../operations/session/session-status.js';
import type { SessionView } from '../../operations/session/view-shapes.js';
import { type Step, stepFacts } from '../../operations/session/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { readText } from '../input/text-source.js';
import { styleFor } from '../render/style.js';
import { namedSession } from './named-session.js';
import { headline } from './standing.js';

export interface AnswerSource {
  readonly file: string | undefined;
  readonly paste: boolean;
  readonly edit: boolean;
}

/** An answer that was read, and what it is for. */
export interface AnswerFor {
  readonly deps: Deps;
  readonly session: SessionView;
  readonly answer: Awaited<ReturnType<typeof readAnswer>>;
}

/** Opens the app, finds the session that is named or in use, and reads the answer for a step of it. */
export async function answerFor(
  context: CommandContext,
  step: Step,
  argument: string | undefined,
  options: AnswerSource & { readonly session: string | undefined },
): Promise<AnswerFor> {
  const deps = await context.open();
  const { session } = await sessionStatus(deps, { session: namedSession(argument, options.session) });
  return { deps, session, answer: await readAnswer(context, deps, session, step, options) };
}

/**
 * Reads an answer, after saying which session and step it will be stored for: with a session in use, that
 * is what keeps an answer from going to the wrong one unnoticed.
 */
export async function readAnswer(
  context: CommandContext,
  deps: Deps,
  session: SessionView,
  step: Step,
  source: AnswerSource,
) {
  const { dim } = styleFor(context.streams.stderr);
  context.note(
    `${headline(session, context.streams.stderr)}\n${dim(`taking ${stepFacts[step].yields} (${step})`)}\n`,
  );
  return readAnswerText(context, deps, stepFacts[step].yields, source);
}

/** Reads an answer without saying what takes it: for a session that waits for none. */
export async function readAnswerText(
  context: CommandContext,
  deps: Deps,
  what: string,
  { file, paste, edit }: AnswerSource,
) {
  const limitBytes = deps.config.values['answer.max_bytes'];
  const { bytes, method, name } = await readText(
    { what, file, paste, edit, limitBytes, limitSetting: 'answer.max_bytes' },
    context,
  );
  return { bytes, input: { method, name } };
}
