import * as z from 'zod/mini';
import { TemplateKindError } from '../../prompts/errors.js';
import { ORCHESTRATION_CATEGORY, orchestrationKinds } from '../../prompts/prompt-kind.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { createPrompt } from '../prompt/create-prompt.js';
import { contentInput, readContent } from '../prompt/given-content.js';
import type { PromptWriteOutput } from '../prompt/outputs.js';
import { promptView } from '../prompt/views/prompt-view.js';
import { featureTypeName } from '../session/given-text.js';
import { putInForce } from './put-in-force.js';

const input = z.object({
  kind: z.enum(orchestrationKinds),
  /** The kind, with the feature type behind it, unless given; what the text calls itself is not asked. */
  name: z.optional(z.string()),
  content: contentInput,
  /** What the text says, unless given. */
  featureType: z.optional(featureTypeName),
  /** For all projects, rather than for the one in force. */
  global: z._default(z.boolean(), false),
  /**
   * free: in force, and refused when another one is; replace: in the place of that one; alternative: taken
   * only when it is named.
   */
  place: z._default(z.enum(['free', 'replace', 'alternative']), 'free'),
  description: z.optional(z.string()),
  note: z.optional(z.string()),
});

/**
 * Stores a template for sessions.
 *
 * @throws PromptNameError, PromptRefusedError, NotUtf8Error
 * @throws TemplateKindError when the text says that it is for another kind
 * @throws PromptTakenError when the name, or the place in force, belongs to another template
 */
export const addTemplate = guarded(
  needs.addTemplate,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const { kind, place } = given;
    const { document } = await readContent(given.content);
    if (document.kind !== null && document.kind !== kind) {
      throw new TemplateKindError(document.name ?? 'The file', document.kind, kind);
    }
    const featureType = given.featureType ?? document.featureType;
    const name = given.name ?? (featureType === null ? kind : `${kind}/${featureType}`);
    const output = await createPrompt(deps, {
      name,
      content: given.content,
      global: given.global,
      note: given.note,
      description: given.description,
      category: ORCHESTRATION_CATEGORY,
      kind,
      featureType,
      isTemplate: true,
      inForce: place === 'free',
    });
    const next = `prompt-runner orchestrate template test ${name}`;
    if (place !== 'replace') return { ...output, next };
    const { prompts } = libraryOf(deps);
    const [prompt] = await prompts.withIdPrefix(output.prompt.id);
    if (prompt === undefined) throw new Error(`the prompt ${output.prompt.id} was made a moment ago`);
    return { ...output, prompt: promptView(await putInForce(deps, prompt, given.note ?? null), []), next };
  },
);
