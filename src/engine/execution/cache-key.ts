import { sha256 } from '../../base/checksum.js';
import type { ProjectId } from '../../base/ids.js';
import type { ModelMessage, ModelRequest } from '../../models/spec/model-request.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import { inOrder } from '../../prompts/in-order.js';

/**
 * What is the same for the same question: SHA-256 over the model, where it is asked, and all that it is given, whatever order
 * the keys came in; and the project, whose members alone may see the answer. Null where the answer depends on more than the question: an agent looks at a folder,
 * and tools look at the world.
 */
export function cacheKeyOf(
  { name, identity }: Pick<OpenModel, 'name' | 'identity'>,
  request: ModelRequest & { readonly project: ProjectId | null },
): string | null {
  if (request.tools.length > 0 || request.agent !== null) return null;
  const { messages, parameters, responseSchema, project } = request;
  const asked = { name, identity, messages: messages.map(withoutBytes), parameters, responseSchema };
  const question = project === null ? asked : { ...asked, project };
  return sha256(JSON.stringify(inOrder(question)));
}

function withoutBytes(message: ModelMessage): unknown {
  if (message.role !== 'user' || message.attachments === undefined) return message;
  const attachments = message.attachments.map(({ name, mediaType, bytes }) => ({
    name,
    mediaType,
    checksum: sha256(bytes),
  }));
  return { ...message, attachments };
}
