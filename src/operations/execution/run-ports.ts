import type { ExecutionPorts } from '../../engine/execution/execution-ports.js';
import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import { writtenModelName } from '../../models/spec/model-name.js';
import type { ModelMessage } from '../../models/spec/model-request.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { Deps } from '../deps.js';
import { executionPorts } from './execution-ports.js';
import { AttachmentRefusedError } from './run-errors.js';

/** A request to a model that is open, and what it takes to ask it. */
export interface OpenRequest {
  readonly ports: ExecutionPorts;
  readonly request: ExecutionRequest;
  readonly model: OpenModel;
}

/**
 * Opens the model. An agent may look at the working folder and not change it.
 *
 * @param timeoutSeconds how long an answer may take; the settings' time unless given
 * @throws ModelUnknownError, KeyMissingError, ProviderMissingError
 * @throws AttachmentRefusedError when pictures go along and the model takes none
 */
export async function openRequest(
  deps: Deps,
  request: ExecutionRequest,
  timeoutSeconds: number | undefined,
): Promise<OpenRequest> {
  const { models } = deps.models;
  const opener = timeoutSeconds === undefined ? models : deps.models.within(timeoutSeconds * 1000);
  const model = await opener.open(request.model);
  if (!model.abilities.images) refusePictures(request.messages, writtenModelName(model.name));
  const agent =
    model.kind === 'agent' ? ({ folder: deps.surroundings.folder, access: 'read' } as const) : null;
  return {
    model,
    request: { ...request, agent },
    // What was opened is asked, however often: opening again might find another key, or another script.
    ports: { ...executionPorts(deps), models: { open: async () => model } },
  };
}

function refusePictures(messages: readonly ModelMessage[], model: string): void {
  const attachments = messages.flatMap((message) =>
    message.role === 'user' ? (message.attachments ?? []) : [],
  );
  const picture = attachments.find(({ mediaType }) => mediaType.startsWith('image/'));
  if (picture === undefined) return;
  throw new AttachmentRefusedError(`${model} takes no pictures, and "${picture.name}" is one.`, {
    hint: 'Leave it out, or ask a model that looks at pictures.',
  });
}
