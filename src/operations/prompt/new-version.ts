import { newPromptVersionId, type PromptId } from '../../base/ids.js';
import type { NewPromptVersion } from '../../prompts/prompt-change.js';
import { contentChecksum, contentSize, type PromptContent } from '../../prompts/prompt-content.js';
import { referencesIn } from '../../prompts/references-in.js';
import type { Deps } from '../deps.js';

/** A version of a prompt, made now by whoever works here. */
export function newVersion(
  { clock, config }: Deps,
  promptId: PromptId,
  number: number,
  content: PromptContent,
  note: string | null,
): NewPromptVersion {
  return {
    version: {
      id: newPromptVersionId(),
      promptId,
      number,
      checksum: contentChecksum(content),
      size: contentSize(content),
      author: config.values.actor,
      note,
      createdAt: clock.now(),
      content,
    },
    references: referencesIn(content),
  };
}
