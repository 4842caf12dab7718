import type { Deps } from '../../operations/deps.js';
import type { SessionView } from '../../operations/session/outputs.js';
import { type Step, stepFacts } from '../../operations/session/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { readText } from '../input/text-source.js';
import { styleFor } from '../render/style.js';
import { headline } from './standing.js';

export interface AnswerSource {
  readonly file: string | undefined;
  readonly paste: boolean;
  readonly edit: boolean;
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
  { file, paste, edit }: AnswerSource,
) {
  const { dim } = styleFor(context.streams.stderr);
  context.note(
    `${headline(session, context.streams.stderr)}\n${dim(`taking ${stepFacts[step].yields} (${step})`)}\n`,
  );
  const limitBytes = deps.config.values['answer.max_bytes'];
  const { bytes, method, name } = await readText(
    { what: stepFacts[step].yields, file, paste, edit, limitBytes },
    context,
  );
  return { bytes, input: { method, name } };
}
