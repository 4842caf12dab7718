import { versions as onPrompt } from '../../prompt/versions.js';

/** As for any prompt. */
export const history = {
  ...onPrompt,
  name: 'history',
  purpose: 'List the versions of a template, the newest first.',
  examples: [
    {
      command: 'prompt-runner orchestrate template history orchestrator/bugfix',
      shows: 'With labels, authors and notes',
    },
  ],
} satisfies typeof onPrompt;
