import type { Deps } from '../../operations/deps.js';
import { showAttempt } from '../../operations/session/show-attempt.js';
import type { CommandContext } from '../command-context.js';
import { editText } from '../input/edit-text.js';

/**
 * An answer of a session as somebody's editor left it.
 *
 * @returns null when the editor left it as it was: whoever leaves without saving approves nothing
 * @throws EditorFailedError
 */
export async function editedAnswer(
  { streams, env }: CommandContext,
  deps: Deps,
  session: string,
  attempt: string,
) {
  const { text } = await showAttempt(deps, { session, attempt });
  const limitBytes = deps.config.values['answer.max_bytes'];
  const bytes = await editText({ what: 'the answer', draft: text, limitBytes }, streams, env);
  if (Buffer.from(bytes).toString('utf8') === text) return null;
  return { bytes, input: { method: 'edit', name: null } } as const;
}
