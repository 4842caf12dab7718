import { defineCommand } from '../command.js';
import { noteOption, versionArgument } from './prompt-options.js';

export const edit = defineCommand({
  name: 'edit',
  purpose: 'Edit a prompt in $VISUAL or $EDITOR, all of it.',
  details: [
    'The editor opens a Markdown file with front matter: description, tags, variables and settings, and below them the messages. What is taken out of the front matter is taken from the prompt.',
    'When it cannot be taken as it is, your text is kept, and nothing is written.',
  ],
  arguments: { prompt: versionArgument },
  options: { ...noteOption },
  examples: [
    { command: 'prompt-runner prompt edit review', shows: 'The newest version' },
    {
      command: 'prompt-runner prompt edit review@3 --note "Back to the short one"',
      shows: 'From an older one',
    },
  ],
});
