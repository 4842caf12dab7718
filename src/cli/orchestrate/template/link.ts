import { defineCommand } from '../../command.js';

export const link = defineCommand({
  name: 'link',
  purpose: 'Find the templates that older sessions were made from.',
  details: [
    'Prompts from before there were stored templates name no version. Each is compared with what the templates of its kind give for its session, the newest first, then the built-in one; the one that gives the very same text is written down.',
  ],
  arguments: {
    session: { required: false, description: 'One session only.', completes: 'session' },
  },
  options: { 'dry-run': { kind: 'flag', description: 'Tell what would be written, and write nothing.' } },
  examples: [
    { command: 'prompt-runner orchestrate template link --dry-run', shows: 'What would be found' },
    { command: 'prompt-runner orchestrate template link', shows: 'For every session' },
  ],
});
