import { defineCommand } from '../command.js';
import {
  askOptions,
  promptOptions,
  sessionArgument,
  sessionOption,
  verifyOption,
} from './session-options.js';

export const implement = defineCommand({
  name: 'implement',
  purpose: 'Print the implementation prompt, with analysis and notes in it.',
  details: [
    'Give it to the agent that shall write the code, and its report to "complete".',
    'A large feature can be implemented in parts: begin with --part 1. Each part has its own prompt and report; its prompt holds the reports of the parts before. Without --part, the next part is meant then.',
  ],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    part: {
      kind: 'count',
      placeholder: 'N',
      description: "Only this part: a step of the notes' implementation order, from 1.",
    },
    template: {
      kind: 'text',
      placeholder: 'NAME',
      description: 'Take this template, from now on: team/implement@3.',
      completes: 'prompt',
    },
    quick: { kind: 'flag', description: 'Go without an analysis.' },
    ...promptOptions,
    ...askOptions,
    ...verifyOption,
    worktree: { kind: 'flag', description: 'With --model: let the agent work in a folder of its own.' },
  },
  examples: [
    { command: 'prompt-runner orchestrate implement --out implement.md', shows: 'The prompt into a file' },
    {
      command: 'prompt-runner orchestrate implement --part 1 --copy',
      shows: 'The first part of a large feature',
    },
    {
      command: 'prompt-runner orchestrate implement --session s4k2 --copy',
      shows: 'For a certain session, into the clipboard',
    },
    {
      command: 'prompt-runner orchestrate implement --model codex --verify "npm test"',
      shows: 'Have an agent write the code, and look at what it did',
    },
  ],
});
