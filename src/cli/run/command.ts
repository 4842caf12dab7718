import { defineCommand, runnable } from '../command.js';
import { answerOptions, askOptions } from './ask-options.js';

const spec = defineCommand({
  name: 'run',
  purpose: 'Ask a model a prompt or a text; the answer is kept.',
  details: [
    'PROMPT is a prompt of the library, by its name: review, review@7, review@production. With a blank in it, it is a text; - reads the text from standard input. A text of one word is given with --text. A text is asked as it stands; with --var or --vars it is rendered as a template.',
    'The model and the parameters are those given here, else those of the prompt, else the default (prompt-runner model alias default NAME).',
    'On a terminal the answer is shown as it comes, elsewhere when it is whole. Control sequences and credentials in it are not shown. The same question is answered from the cache.',
    'Ctrl-C ends the answer; what had come is kept.',
  ],
  arguments: {
    prompt: {
      required: false,
      description: 'A prompt of the library, a text, or - for standard input.',
      completes: 'prompt',
    },
  },
  options: { ...askOptions, ...answerOptions },
  examples: [
    {
      command: 'prompt-runner run review --var language=Go --model openai:gpt-5-mini',
      shows: 'A prompt of the library',
    },
    { command: 'git diff | prompt-runner run - --system "Review this change."', shows: 'A text from a pipe' },
    {
      command: 'prompt-runner run "Describe this picture." --attach screen.png',
      shows: 'A text, with a file',
    },
    { command: 'prompt-runner run review --dry-run', shows: 'What it would cost' },
    { command: 'prompt-runner run review --repeat 5 --max-cost 0.50', shows: 'How the answers differ' },
  ],
});

export const runCommand = runnable(spec, () => import('./command.run.js'));
export type RunSpec = typeof spec;
