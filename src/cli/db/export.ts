import { defineCommand } from '../command.js';

export const exportCommand = defineCommand({
  name: 'export',
  purpose: 'Write the whole store into one archive.',
  details: [
    'The archive is a compressed tar of JSON lines with checksums, which db import takes into a file or a server alike. It is as the store stands at this moment, while others go on working, and only you may read it.',
    'What looks like a credential has a mark in its place. For a move between your own stores, --with-secrets leaves everything as it is.',
  ],
  arguments: {
    file: { required: true, description: 'The archive; it must not be there yet.', completes: 'file' },
  },
  options: {
    'with-secrets': { kind: 'flag', description: 'Leave what looks like a credential in.' },
  },
  examples: [
    { command: 'prompt-runner db export store.tar.gz', shows: 'To give away' },
    { command: 'prompt-runner db export moved.tar.gz --with-secrets', shows: 'To move to another store' },
  ],
});
