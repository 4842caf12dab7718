import { exportCommand as onPrompt } from '../../prompt/export.js';

const { category: _, ...options } = onPrompt.options;

/** As for any prompt, of the category of the templates. */
export const exportTemplates = {
  ...onPrompt,
  purpose: 'Write templates into a folder, a file each.',
  options,
  examples: [
    { command: 'prompt-runner orchestrate template export templates', shows: 'Those of the project' },
    {
      command: 'prompt-runner orchestrate template export templates --global',
      shows: 'Those for all projects',
    },
  ],
} as const;
