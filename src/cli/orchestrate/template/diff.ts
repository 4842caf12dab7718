import { diff as onPrompt } from '../../prompt/diff.js';

/** As for any prompt. */
export const diff = {
  ...onPrompt,
  name: 'diff',
  purpose: 'Show what changed between two versions of templates.',
  examples: [
    {
      command: 'prompt-runner orchestrate template diff builtin/orchestrator orchestrator/bugfix',
      shows: 'Beside the built-in one',
    },
  ],
} satisfies typeof onPrompt;
