import { defineCommand } from '../command.js';
import { promptOptions, variantOption } from './session-options.js';

export const plan = defineCommand({
  name: 'plan',
  purpose: 'Start a session: from a feature request to the planning prompt.',
  details: [
    'The request comes as an argument, from a file, from a pipe, from the clipboard or from an editor; with none of these, a prompt takes several lines.',
    'Give the planning prompt to any model or agent, and its answer to "process" or "continue".',
  ],
  arguments: {
    request: {
      required: false,
      description: 'What shall be built, in a sentence or more; - is standard input.',
    },
  },
  options: {
    file: {
      kind: 'text',
      short: 'f',
      placeholder: 'PATH',
      description: 'Read the request from a file; - is standard input.',
      completes: 'file',
    },
    paste: { kind: 'flag', description: 'Take the request from the clipboard.' },
    edit: { kind: 'flag', description: 'Write the request in $VISUAL or $EDITOR.' },
    type: {
      kind: 'text',
      short: 't',
      placeholder: 'WORD',
      description: 'The type of feature, for instance bugfix or api.',
    },
    template: {
      kind: 'list',
      placeholder: 'KIND=NAME',
      description: 'A template for a kind of prompt: orchestrator=team/plan@3; may be repeated.',
    },
    ...variantOption,
    quick: { kind: 'flag', description: 'A small change: go without an analysis.' },
    ...promptOptions,
  },
  examples: [
    {
      command: 'prompt-runner orchestrate plan "Add password reset by mail"',
      shows: 'The request as an argument',
    },
    {
      command: 'prompt-runner orchestrate plan --file request.md --type api --copy',
      shows: 'From a file, the prompt into the clipboard',
    },
    {
      command: 'prompt-runner orchestrate plan "Fix the typo on the sign-in page" --quick',
      shows: 'A small change',
    },
    {
      command: 'gh issue view 42 | prompt-runner orchestrate plan > prompt.md',
      shows: 'From a pipe, into a file',
    },
  ],
});
