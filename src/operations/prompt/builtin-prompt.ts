import { promptIdFor, promptVersionIdFor } from '../../base/ids.js';
import type { Prompt, PromptVersion } from '../../prompts/prompt.js';
import { contentChecksum, contentSize } from '../../prompts/prompt-content.js';
import { ORCHESTRATION_CATEGORY, orchestrationKinds } from '../../prompts/prompt-kind.js';
import { BUILTIN_PREFIX } from '../../prompts/prompt-name.js';
import { fetchBuiltin } from '../../store/builtin-templates.js';

/** A template that comes with the program, as if it lay in the library; undefined when there is none of that name. */
export function builtinPrompt(
  name: string,
): { readonly prompt: Prompt; readonly version: PromptVersion } | undefined {
  const kind = orchestrationKinds.find((one) => name === BUILTIN_PREFIX + one);
  const text = fetchBuiltin(name)?.text;
  if (kind === undefined || text === undefined) return undefined;
  const settings = { model: null, parameters: {}, responseSchema: null };
  const content = { messages: [{ role: 'user', text } as const], variables: [], settings };
  const id = promptIdFor(name);
  const whenever = new Date(0);
  return {
    prompt: {
      id,
      project: null,
      name,
      description: 'Comes with the program.',
      category: ORCHESTRATION_CATEGORY,
      tags: [],
      kind,
      featureType: null,
      isTemplate: true,
      isInForce: true,
      latest: 1,
      changes: 1,
      createdBy: 'prompt-runner',
      createdAt: whenever,
      updatedAt: whenever,
      deletedAt: null,
    },
    version: {
      id: promptVersionIdFor(name),
      promptId: id,
      number: 1,
      checksum: contentChecksum(content),
      size: contentSize(content),
      author: 'prompt-runner',
      note: null,
      createdAt: whenever,
      content,
    },
  };
}
