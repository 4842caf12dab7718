import { defineCommand } from '../command.js';
import { sessionOption } from './session-options.js';

export const context = defineCommand({
  name: 'context',
  purpose: 'Print what a model without tools is told of the repository.',
  details: [
    'The tree, manifests, conventions such as AGENTS.md, the files most related to the request, and recent commits: the same every time, within a number of tokens, without what .gitignore names, binaries and credentials.',
  ],
  arguments: {
    request: {
      required: false,
      description: 'What it has to do with; without it, the request of the session.',
    },
  },
  options: {
    ...sessionOption,
    tokens: { kind: 'count', placeholder: 'N', description: 'The most that it may have.' },
    parts: { kind: 'flag', description: 'List what it is made of, and what was left out.' },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate context "Add password reset by mail" --tokens 8000',
      shows: 'For a request',
    },
    { command: 'prompt-runner orchestrate context --parts', shows: 'What the session in use would get' },
  ],
});
