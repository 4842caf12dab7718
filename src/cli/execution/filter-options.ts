import type { OptionSpecs } from '../command.js';

/** Which executions a command is about. */
export const filterOptions = {
  model: {
    kind: 'text',
    placeholder: 'NAME',
    description: 'Only of this model, or of this alias.',
  },
  status: {
    kind: 'choice',
    choices: ['running', 'succeeded', 'failed', 'aborted'],
    description: 'Only those in this state: running, succeeded, failed or aborted.',
  },
  kind: {
    kind: 'choice',
    choices: ['model', 'agent', 'pasted'],
    description: 'Only answers of a model, of an agent, or pasted ones.',
  },
  prompt: {
    kind: 'text',
    placeholder: 'PROMPT',
    description: 'Only of this prompt, or of one of its versions.',
    completes: 'prompt',
  },
  session: {
    kind: 'text',
    placeholder: 'SESSION',
    description: 'Only of this session.',
    completes: 'session',
  },
  since: {
    kind: 'time',
    placeholder: 'TIME',
    description: 'Only those begun since: a date, or 12h, 7d, 2w back.',
  },
  until: { kind: 'time', placeholder: 'TIME', description: 'Only those begun before that time.' },
} as const satisfies OptionSpecs;
