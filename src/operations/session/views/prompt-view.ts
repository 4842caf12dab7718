import { estimateTokenCount } from 'tokenx';
import type { ComposedPrompt } from '../../../engine/session/compose-prompt.js';
import type { Step } from '../../../engine/session/step.js';
import type { Deps } from '../../deps.js';
import type { PromptView } from '../outputs.js';
import { joinMessages } from './join-messages.js';

/** A prompt with its size, and a warning when it is larger than the configuration likes. */
export function promptView({ config }: Deps, step: Step, prompt: ComposedPrompt): PromptView {
  const text = joinMessages(prompt.messages);
  const tokens = estimateTokenCount(text);
  const limit = config.values['prompt.warn_tokens'];
  const large =
    tokens > limit
      ? [
          `The prompt has about ${tokens.toLocaleString('en')} tokens; prompt.warn_tokens is ${limit.toLocaleString('en')}.`,
        ]
      : [];
  return {
    step,
    messages: prompt.messages.map(({ role, text }) => ({ role, text })),
    text,
    tokens,
    template: prompt.template,
    warnings: [...prompt.warnings, ...large],
  };
}
