import { estimateTokenCount } from 'tokenx';
import * as z from 'zod/mini';
import { groupThousands } from '../../base/text/group-thousands.js';
import { promptText } from '../../base/text/prompt-text.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import type { PromptRenderOutput } from './read-outputs.js';
import { renderedPrompt, variablesInput } from './rendered-prompt.js';
import { promptView } from './views/prompt-view.js';

const input = z.object({ prompt: z.string(), ...variablesInput });

/**
 * Renders a version of a prompt with values for its variables: those that are given, else their defaults.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws VariablesMissingError, VariableValueError, TemplateVariablesError
 * @throws TemplateError of any class, IncludeRefusedError
 */
export const renderPrompt = guarded(
  needs.renderPrompt,
  input,
  async (deps: Deps, { prompt: reference, ...variables }): Promise<PromptRenderOutput> => {
    const { prompt, version, messages, warnings } = await renderedPrompt(deps, reference, variables);
    const text = promptText(messages);
    const tokens = estimateTokenCount(text);
    return {
      prompt: promptView(prompt, await libraryOf(deps).promptVersions.labels(prompt.id)),
      version: version.number,
      messages,
      text,
      tokens,
      warnings: [...warnings, ...sizeWarnings(deps, tokens)],
    };
  },
);

function sizeWarnings({ config }: Deps, tokens: number): string[] {
  const limit = config.values['prompt.warn_tokens'];
  if (tokens <= limit) return [];
  return [
    `The prompt has about ${groupThousands(tokens)} tokens; prompt.warn_tokens is ${groupThousands(limit)}.`,
  ];
}
