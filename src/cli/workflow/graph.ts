import { defineCommand } from '../command.js';
import { workflowArgument } from './workflow-argument.js';

export const graph = defineCommand({
  name: 'graph',
  purpose: 'Draw the steps of a workflow.',
  arguments: workflowArgument,
  options: {
    mermaid: { kind: 'flag', description: 'As a Mermaid flowchart, for Markdown pages.' },
    ascii: { kind: 'flag', description: 'With characters that every terminal knows.' },
  },
  examples: [
    { command: 'prompt-runner workflow graph review.yaml', shows: 'In the terminal' },
    { command: 'prompt-runner workflow graph review --mermaid', shows: 'For a page on GitHub' },
  ],
});
