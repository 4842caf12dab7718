import { defineCommand } from '../command.js';

export const importCommand = defineCommand({
  name: 'import',
  purpose: 'Take the sessions of a workspace into the database.',
  details: [
    'The workspace is this program\'s or the older tool\'s: a folder with "sessions" and "outputs". Nothing in it is changed. It may be repeated: a session that is there already is continued, or left as it is.',
    'Answers that the older tool cut wrongly are reported, and put right where the text is all there. The exit code is 5 when a session could not be taken in.',
  ],
  arguments: {},
  options: {},
  examples: [
    {
      command: 'prompt-runner orchestrate import --workspace planning',
      shows: 'Every session of a workspace',
    },
  ],
});
