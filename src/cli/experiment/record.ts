import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const record = defineCommand({
  name: 'record',
  purpose: 'Record what you found out about a session or user.',
  details: [
    'What sessions tell by themselves is not recorded: completed, exact, verified, rating, tokens, cost, hours, rework. success is 1 or 0, score:NAME any figure, where more is better.',
    'Each session or user has one figure by a metric: another one takes its place, and the same one changes nothing.',
  ],
  arguments: experimentArgument,
  options: {
    unit: {
      kind: 'text',
      placeholder: 'SESSION',
      description: 'The session, or what the user is called.',
    },
    metric: { kind: 'text', placeholder: 'NAME', description: 'success, or score:NAME.' },
    value: { kind: 'number', placeholder: 'N', description: 'The figure.' },
  },
  examples: [
    {
      command: 'prompt-runner experiment record steps --unit s7k2 --metric success --value 1',
      shows: 'It was merged, say',
    },
    {
      command: 'prompt-runner experiment record steps --unit s7k2 --metric score:review --value 0.8',
      shows: 'A figure of your own',
    },
  ],
});
