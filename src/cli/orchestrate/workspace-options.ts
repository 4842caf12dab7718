import type { OptionSpecs } from '../command.js';

/** Where sessions are kept, when not in the database. */
export const workspaceOptions = {
  workspace: {
    kind: 'text',
    short: 'w',
    placeholder: 'DIR',
    description: 'Work in a folder of files instead of the database; else PROMPT_RUNNER_WORKSPACE.',
    completes: 'folder',
  },
  'use-db': {
    kind: 'flag',
    description: 'In a workspace, take stored templates too.',
  },
} as const satisfies OptionSpecs;
