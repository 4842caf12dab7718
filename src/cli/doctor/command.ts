import { defineCommand, runnable } from '../command.js';

const spec = defineCommand({
  name: 'doctor',
  purpose: 'Check that everything is in order, with a fix for what is not.',
  details: [
    'It looks at versions, configuration, store, disk, model keys (by name only), git, clipboard and terminal, and changes nothing. The exit code is 1 when there is a problem.',
  ],
  arguments: {},
  options: {},
  examples: [
    { command: 'prompt-runner doctor', shows: 'Everything' },
    { command: 'prompt-runner doctor --json', shows: 'For a bug report' },
  ],
});

export const doctor = runnable(spec, () => import('./doctor.run.js'));
