import { defineCommand } from '../command.js';
import { versionArgument } from './prompt-options.js';

export const variables = defineCommand({
  name: 'variables',
  purpose: 'List the variables of a prompt, and where it uses them.',
  arguments: { prompt: versionArgument },
  options: {},
  examples: [{ command: 'prompt-runner prompt variables review', shows: 'Those that it declares or uses' }],
});
