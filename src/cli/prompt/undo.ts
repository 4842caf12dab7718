import { defineCommand } from '../command.js';

export const undo = defineCommand({
  name: 'undo',
  purpose: 'Bring a deleted prompt back.',
  details: ['With its versions, labels and history. To take a change back, see "rollback".'],
  arguments: { prompt: { required: true, description: 'The name or the id of the deleted prompt.' } },
  options: {},
  examples: [{ command: 'prompt-runner prompt undo review', shows: 'The one deleted last under that name' }],
});
