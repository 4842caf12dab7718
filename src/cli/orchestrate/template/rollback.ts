import { rollback as onPrompt } from '../../prompt/rollback.js';

/** As for any prompt. */
export const rollback = {
  ...onPrompt,
  name: 'rollback',
  purpose: 'Say again what an earlier version said.',
  examples: [
    {
      command: 'prompt-runner orchestrate template rollback orchestrator/bugfix 3 --note "4 was too long"',
      shows: 'As a new version',
    },
  ],
} satisfies typeof onPrompt;
