import { defineCommand } from '../command.js';
import { promptOptions, sessionArgument, sessionOption } from './session-options.js';

export const revise = defineCommand({
  name: 'revise',
  purpose: 'Change the feature request; print its planning prompt.',
  details: [
    'The new request is a new revision. Later results become stale; each next prompt holds what the phase brought forth before, and what has changed. "undo" takes a revision back.',
    'Without a source, and on a terminal, the present request opens in $VISUAL or $EDITOR.',
  ],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    request: { kind: 'text', short: 'r', placeholder: 'TEXT', description: 'The new request.' },
    file: {
      kind: 'text',
      short: 'f',
      placeholder: 'PATH',
      description: 'Read the new request from a file; - is standard input.',
    },
    paste: { kind: 'flag', description: 'Take the new request from the clipboard.' },
    edit: { kind: 'flag', description: 'Edit the present request in $VISUAL or $EDITOR.' },
    ...promptOptions,
  },
  examples: [
    { command: 'prompt-runner orchestrate revise --edit', shows: 'In the editor, from the present request' },
    { command: 'prompt-runner orchestrate revise s4k2 --file request.md --copy', shows: 'From a file' },
  ],
});
