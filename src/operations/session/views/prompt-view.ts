import { estimateTokenCount } from 'tokenx';
import { groupThousands } from '../../../base/text/group-thousands.js';
import { promptText } from '../../../base/text/prompt-text.js';
import type { ComposedPrompt } from '../../../engine/session/compose-prompt.js';
import type { Step } from '../../../engine/session/step.js';
import type { Deps } from '../../deps.js';
import type { PromptView } from '../view-shapes.js';
import { templateSourceView } from './template-source-view.js';

/** A prompt with its size, and a warning when it is larger than the configuration likes. */
export function promptView(
  { config }: Deps,
  step: Step,
  prompt: ComposedPrompt,
  part: number | null = null,
): PromptView {
  const text = promptText(prompt.messages);
  const tokens = estimateTokenCount(text);
  const limit = config.values['prompt.warn_tokens'];
  const large =
    tokens > limit
      ? [
          `The prompt has about ${groupThousands(tokens)} tokens; prompt.warn_tokens is ${groupThousands(limit)}.`,
        ]
      : [];
  return {
    step,
    part,
    messages: prompt.messages.map(({ role, text }) => ({ role, text })),
    text,
    tokens,
    template: prompt.template,
    templateSource: templateSourceView(prompt.source),
    warnings: [...prompt.warnings, ...large],
  };
}
