import { formatNames } from '../../operations/prompt/sync/formats.js';
import { defineCommand } from '../command.js';

export const importCommand = defineCommand({
  name: 'import',
  purpose: 'Read prompts from a file or a folder into the library.',
  details: [
    'A changed file of an exported prompt becomes its next version. What was changed on both sides is left alone, its difference is shown, and the command ends with 5. A file of our own format is told which version it has become (version and synced in its front matter).',
    'Formats of other tools are known by their names and beginnings, or named with --format; what could not be carried over is told. Nothing in a file is ever run.',
  ],
  arguments: {
    path: { required: true, description: 'The file or folder.', completes: 'file' },
  },
  options: {
    format: { kind: 'choice', choices: formatNames, description: 'The format of the files.' },
    name: { kind: 'text', placeholder: 'NAME', description: 'The name, for a single prompt.' },
    offered: {
      kind: 'list',
      placeholder: 'NAME',
      description: 'Make a variable of this place, such as [NAME]; "all" for every one.',
    },
    global: { kind: 'flag', description: 'For all projects.' },
    force: { kind: 'flag', description: 'Take what was changed on both sides as a new version.' },
    'no-mark': { kind: 'flag', description: 'Write nothing into the files.' },
    note: { kind: 'text', placeholder: 'TEXT', description: 'Why, for the history.' },
    'dry-run': { kind: 'flag', description: 'Tell what would be taken, and write nothing.' },
  },
  examples: [
    { command: 'prompt-runner prompt import prompts', shows: 'What was changed in ./prompts' },
    {
      command: 'prompt-runner prompt import summary.prompt --global --dry-run',
      shows: 'What a file of another tool would become',
    },
  ],
});
