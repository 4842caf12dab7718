import { defineCommand } from '../command.js';
import { workerOptions } from '../worker/worker-options.js';
import { inputOptions, termOptions } from './input-options.js';
import { workflowArgument } from './workflow-argument.js';

export const run = defineCommand({
  name: 'run',
  purpose: 'Run a workflow, or try it out with stubs.',
  details: [
    'A file is kept as a version of its name first, so that what ran can always be seen. The run keeps to that version, and to the versions that its prompts have now.',
    'It goes to its end, to a gate, or to a step that fails; "resume" goes on. Commands run only with --allow-commands, or when you agree at the terminal; no shell reads them.',
    'With --dry-run nothing is asked, run, written or put on record: --stubs says what models answer and commands print, by the paths of the steps.',
    'The exit code is 0 when it is completed, 5 when it waits at a gate, 130 when it was interrupted.',
  ],
  arguments: workflowArgument,
  options: {
    ...inputOptions,
    ...termOptions,
    ...workerOptions,
    'dry-run': { kind: 'flag', description: 'Try it with stubs.' },
    stubs: {
      kind: 'text',
      placeholder: 'PATH',
      description: 'What models answer and commands print, in YAML; a list has one for each entry.',
      completes: 'file',
    },
    'stubs-init': {
      kind: 'text',
      placeholder: 'PATH',
      description: 'Write stubs to begin with to this file; run nothing.',
      completes: 'file',
    },
  },
  examples: [
    {
      command: 'prompt-runner workflow run review.yaml --input topic=cats --model openai:gpt-5-mini',
      shows: 'A file',
    },
    {
      command: 'prompt-runner workflow run review.yaml --stubs-init stubs.yaml',
      shows: 'Stubs to begin with',
    },
    {
      command: 'prompt-runner workflow run review.yaml -i topic=cats --dry-run --stubs stubs.yaml',
      shows: 'The whole flow, without a key',
    },
    {
      command: 'prompt-runner workflow run release@3 --inputs release.json --allow-commands --max-cost 2',
      shows: 'One that runs commands, within a limit',
    },
  ],
});
