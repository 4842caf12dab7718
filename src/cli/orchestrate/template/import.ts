import { importCommand as onPrompt } from '../../prompt/import.js';

const { offered: _, ...options } = onPrompt.options;

/** As for any prompt; each file becomes a template of its kind. */
export const importTemplates = {
  ...onPrompt,
  purpose: 'Read templates from a file or a folder.',
  details: [
    'The kind stands in the front matter of a file (kind: analysis), or is the name of its folder or of the file itself. A template goes into force where no other is.',
    'A changed file of an exported template becomes its next version. What was changed on both sides is left alone, its difference is shown, and the command ends with 5.',
  ],
  options,
  examples: [
    {
      command: 'prompt-runner orchestrate template import templates',
      shows: 'What was changed in ./templates',
    },
    {
      command: 'prompt-runner orchestrate template import templates --global --dry-run',
      shows: 'Only looking',
    },
  ],
} as const;
