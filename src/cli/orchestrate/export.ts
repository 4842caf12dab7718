import { defineCommand } from '../command.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const exportCommand = defineCommand({
  name: 'export',
  purpose: 'Write sessions into a workspace, as Markdown, or as JSON.',
  details: [
    'With --workspace, sessions go from the database into that workspace: all of them, or the one that is named. It may be repeated, and a session that came from the older tool goes back into its file.',
    'With --out, one session becomes a folder of Markdown that reads well beside the code; with --format json, one document. Credentials are marked there. --workspace then says where the session is.',
  ],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    out: {
      kind: 'text',
      short: 'o',
      placeholder: 'NAME',
      description: 'The folder, or with --format json the file, below the working folder.',
      completes: 'folder',
    },
    format: {
      kind: 'choice',
      choices: ['markdown', 'json'],
      description: 'How one session is written: markdown, a folder, or json, a document.',
    },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate export --workspace planning',
      shows: 'All sessions into a workspace',
    },
    {
      command: 'prompt-runner orchestrate export s4k2 --out docs/features/login',
      shows: 'One session for a pull request',
    },
    {
      command: 'prompt-runner orchestrate export s4k2 --format json > session.json',
      shows: 'One session as a document',
    },
  ],
});
