import { deleteCommand as onPrompt } from '../../prompt/delete.js';

/** As for any prompt. */
export const deleteTemplate = {
  ...onPrompt,
  name: 'delete',
  purpose: 'Delete a template; the layer behind it is taken then.',
  examples: [
    {
      command: 'prompt-runner orchestrate template delete orchestrator/bugfix --yes',
      shows: 'Without being asked',
    },
  ],
} satisfies typeof onPrompt;
