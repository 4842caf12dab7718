import { phases } from '../../operations/session/vocabulary.js';
import { defineCommand } from '../command.js';
import { sessionOption, variantOption } from './session-options.js';

const modelOption = (description: string) => ({ kind: 'text', placeholder: 'MODEL', description }) as const;

export const run = defineCommand({
  name: 'run',
  purpose: 'Have a feature done by models and agents, from plan to end.',
  details: [
    'Each phase is done by a model (provider:model) or a coding agent (claude, codex, gemini, opencode, exec:COMMAND), and its answer is taken as if you had pasted it. Only an agent changes files: on a branch of the session, or in a worktree beside it.',
    'It stops after each phase for your word, unless --approve none. Without a terminal, "approve" and "reject" give it. Any step may be done by hand in between.',
    'Whatever happens, everything is kept: "run --resume" goes on.',
  ],
  arguments: {
    request: {
      required: false,
      description: 'What shall be built; - is standard input. Without it, the session in use goes on.',
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
    parts: { kind: 'flag', description: 'Implement in the parts that the plan names, one by one.' },
    ...sessionOption,
    resume: { kind: 'flag', description: 'Go on with the run of the session, after anything.' },
    model: { ...modelOption('Who does all phases.'), short: 'm' },
    'plan-with': modelOption('Who plans.'),
    'analyze-with': modelOption('Who analyses the codebase.'),
    'implement-with': modelOption('Who implements.'),
    until: {
      kind: 'choice',
      choices: phases,
      description: 'The last phase that is done.',
    },
    approve: {
      kind: 'choice',
      choices: ['each', 'none'],
      description: 'Whether you approve each phase before the next.',
    },
    'max-cost': {
      kind: 'text',
      placeholder: 'USD',
      description: 'What the session may cost, in US dollars; nothing is asked beyond it.',
    },
    verify: {
      kind: 'text',
      placeholder: 'COMMAND',
      description: 'Your test command, run after the implementation: "npm test".',
    },
    worktree: { kind: 'flag', description: 'Let the agent work in a folder of its own.' },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate run "Add password reset by mail" --model claude',
      shows: 'One agent for all phases, asking you in between',
    },
    {
      command:
        'prompt-runner orchestrate run -f request.md -m openai:gpt-5 --implement-with codex --verify "npm test"',
      shows: 'A model plans and analyses, an agent implements',
    },
    {
      command: 'prompt-runner orchestrate run "Fix the typo" --quick --approve none -m claude',
      shows: 'A small change, without a question',
    },
    { command: 'prompt-runner orchestrate run --resume', shows: 'Go on where it stopped' },
  ],
});
