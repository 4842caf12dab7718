import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findPrompt } from '../prompt/find-prompt.js';
import { contentInput } from '../prompt/given-content.js';
import type { PromptWriteOutput } from '../prompt/outputs.js';
import { updatePrompt } from '../prompt/update-prompt.js';
import { writtenPrompt } from '../prompt/written-prompt.js';
import { putInForce, takeOutOfForce } from './put-in-force.js';
import { requireTemplate } from './require-template.js';

const input = z.object({
  template: z.string(),
  content: z.optional(contentInput),
  description: z.optional(z.nullable(z.string())),
  /** in-force: in the place of the one that is; alternative: taken only when it is named. */
  place: z.optional(z.enum(['in-force', 'alternative'])),
  note: z.optional(z.string()),
});

/**
 * Gives a template a new version, lets sessions take it, or lets them take it no more.
 *
 * @throws NotFoundError, PromptRefusedError, PromptChangedError
 */
export const updateTemplate = guarded(
  needs.updateTemplate,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const { template, content, description, place, note } = given;
    await requireTemplate(deps, { template });
    const { prompt: before } = await findPrompt(deps, template);
    const written = await updatePrompt(deps, { prompt: before.id, content, description, note });
    const { prompt } = await findPrompt(deps, before.id);
    const placed =
      place === 'in-force'
        ? await putInForce(deps, prompt, note ?? null)
        : place === 'alternative'
          ? await takeOutOfForce(deps, prompt, note ?? null)
          : prompt;
    const changed = written.changed || placed.isInForce !== before.isInForce;
    const output = await writtenPrompt(deps, placed, { changed, warnings: written.warnings });
    return { ...output, next: `prompt-runner orchestrate template test ${placed.name}` };
  },
);
