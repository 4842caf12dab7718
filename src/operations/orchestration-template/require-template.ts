import * as z from 'zod/mini';
import { isOrchestrationTemplate } from '../../prompts/orchestration-findings.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { findVersion } from '../prompt/find-prompt.js';

/**
 * Makes sure that a reference means a template for sessions, and no other prompt.
 *
 * @throws NotFoundError, AmbiguousReferenceError, PromptNameError
 */
export const requireTemplate = guarded(
  needs.requireTemplate,
  z.object({ template: z.string() }),
  async (deps: Deps, { template }): Promise<{ readonly name: string }> => {
    const { prompt } = await findVersion(deps, template);
    if (isOrchestrationTemplate(prompt)) return { name: prompt.name };
    throw new NotFoundError(
      'TEMPLATE_FOR_SESSIONS_NOT_FOUND',
      `"${prompt.name}" is a prompt, and no template for sessions.`,
      {
        hint: 'See which templates there are, or use the commands for prompts.',
        next: 'prompt-runner orchestrate template list',
      },
    );
  },
);
