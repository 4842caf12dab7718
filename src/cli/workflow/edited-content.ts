import type { Deps } from '../../operations/deps.js';
import type { WorkflowGateView } from '../../operations/workflow/run/run-outputs.js';
import type { CommandContext } from '../command-context.js';
import { editText } from '../input/edit-text.js';

/**
 * The content of a gate as somebody's editor left it.
 *
 * @returns null when the editor left it as it was: whoever leaves without saving approves nothing
 * @throws EditorFailedError
 */
export async function editedContent(
  { streams, env }: CommandContext,
  deps: Deps,
  { path, content }: WorkflowGateView,
) {
  const limitBytes = deps.config.values['answer.max_bytes'];
  const bytes = await editText({ what: 'the content', draft: content, limitBytes }, streams, env);
  return Buffer.from(bytes).toString('utf8') === content ? null : { bytes, name: path };
}
