import { show as onPrompt } from '../../prompt/show.js';

/** As for any prompt. */
export const show = {
  ...onPrompt,
  name: 'show',
  purpose: 'Show a template: what it says, and what is known of it.',
  examples: [
    {
      command: 'prompt-runner orchestrate template show orchestrator/bugfix@production',
      shows: 'A labelled version',
    },
  ],
} satisfies typeof onPrompt;
