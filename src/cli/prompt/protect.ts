import { defineCommand } from '../command.js';

export const protect = defineCommand({
  name: 'protect',
  purpose: 'List the labels that only admins move, or protect one.',
  details: [
    'Where projects have members, editors move labels, but of the protected ones, which decide what runs for everybody. A prompt that carries one is deleted, renamed and moved by admins only. It holds for all who use the store; production is always protected.',
  ],
  arguments: { label: { required: false, description: 'The label that is protected from now on.' } },
  options: { remove: { kind: 'flag', description: 'Let editors move it again.' } },
  examples: [
    { command: 'prompt-runner prompt protect', shows: 'Those that are protected' },
    { command: 'prompt-runner prompt protect staging', shows: 'One more' },
    { command: 'prompt-runner prompt protect staging --remove', shows: 'One less' },
  ],
});
