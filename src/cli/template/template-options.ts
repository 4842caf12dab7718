import type { ArgumentSpec, OptionSpecs } from '../command.js';

/** The template that a command is about. */
export const templateArgument = {
  required: true,
  description: 'The template; - is stdin. What it includes lies in its folder or below.',
  completes: 'file',
} as const satisfies ArgumentSpec;

/** The options of the language, for every command that reads a template. */
export const languageOptions = {
  'trim-blocks': { kind: 'flag', description: 'Drop the line end after a block tag.' },
  'lstrip-blocks': { kind: 'flag', description: 'Drop spaces before a block tag that begins its line.' },
  'keep-trailing-newline': { kind: 'flag', description: 'Keep the line end at the end of the template.' },
  autoescape: { kind: 'flag', description: 'Escape what is printed for HTML.' },
  undefined: {
    kind: 'choice',
    choices: ['strict', 'default', 'chainable'],
    description:
      'What a missing value does: strict refuses it, default prints nothing, chainable lets attributes be asked for.',
  },
} as const satisfies OptionSpecs;
