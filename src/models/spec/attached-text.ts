import type { Attachment } from './model-request.js';

/** Media types that are text, and are given to a model as such. */
const TEXT_TYPE = /^(?:text\/|application\/(?:json|xml|yaml|toml|javascript|typescript|sql|x-sh)$)/;

/** A file that is text, under its name; null for one that is not. */
export function attachedText({ name, mediaType, bytes }: Attachment): string | null {
  return TEXT_TYPE.test(mediaType) ? `${name}:\n\n${new TextDecoder().decode(bytes)}` : null;
}
