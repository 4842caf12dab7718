import { PromptRunnerError } from '../../base/errors.js';

/** A file cannot go along with a prompt: no model takes such files, or not this one. */
export class AttachmentRefusedError extends PromptRunnerError {
  readonly code = 'ATTACHMENT_REFUSED';
  readonly kind = 'usage';
}
