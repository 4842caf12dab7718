import { defineCommand } from '../command.js';
import { fileOption } from './setting-options.js';

export const edit = defineCommand({
  name: 'edit',
  purpose: 'Open a configuration file in $VISUAL or $EDITOR, and check it.',
  details: [
    'A new file begins with every setting as a comment. When the file is broken afterwards, you are told what is wrong, and the file stays as you left it.',
  ],
  arguments: {},
  options: fileOption,
  examples: [
    { command: 'prompt-runner config edit', shows: 'Your own file' },
    { command: 'prompt-runner config edit --in project', shows: 'The file that the project shares' },
  ],
});
