import { writableFormatNames } from '../../operations/prompt/sync/formats.js';
import { defineCommand } from '../command.js';

export const exportCommand = defineCommand({
  name: 'export',
  purpose: 'Write prompts into a folder, a file each.',
  details: [
    'In our own format (Markdown with front matter) the folder can be edited, kept in git and imported again. A file that was changed since is left alone, its difference is shown, and the command ends with 5.',
    "Without --prompt, all of the project's prompts; with --global, or outside of a project, the global ones.",
  ],
  arguments: {
    folder: {
      required: true,
      description: 'The folder; it is made when it is not there.',
      completes: 'folder',
    },
  },
  options: {
    prompt: {
      kind: 'list',
      placeholder: 'NAME',
      description: 'Only this prompt, name@7 or name@label too; may be repeated.',
      completes: 'prompt',
    },
    category: { kind: 'text', placeholder: 'WORD', description: 'Only those of this category.' },
    global: { kind: 'flag', description: 'Those that are there for all projects.' },
    format: {
      kind: 'choice',
      choices: writableFormatNames,
      description: 'Another format: dotprompt, prompty, promptfoo, github-models.',
    },
    force: { kind: 'flag', description: 'Write over files that were changed.' },
    'dry-run': { kind: 'flag', description: 'Tell what would be written, and write nothing.' },
  },
  examples: [
    { command: 'prompt-runner prompt export prompts', shows: 'Everything, into ./prompts' },
    {
      command: 'prompt-runner prompt export out --prompt review@production --format dotprompt',
      shows: 'One version, for another tool',
    },
  ],
});
