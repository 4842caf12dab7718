import type { CommandSpec, OptionSpecs } from './command.js';

/** What every command takes. */
export const commonOptions = {
  json: { kind: 'flag', description: 'Print one JSON document on standard output, and nothing else there.' },
  project: {
    kind: 'text',
    placeholder: 'NAME',
    description: 'The project: its name, id, or the beginning of its id.',
    completes: 'project',
  },
  db: {
    kind: 'text',
    placeholder: 'PATH',
    description: 'The store: a file, or postgres://USER@HOST/DATABASE.',
    completes: 'file',
  },
  quiet: { kind: 'flag', short: 'q', description: 'Print the result only.' },
  verbose: { kind: 'flag', short: 'v', description: 'Show the cause of an unexpected failure.' },
  'no-color': { kind: 'flag', description: 'Print without colour.' },
  yes: { kind: 'flag', short: 'y', description: 'Answer every question with yes.' },
  help: { kind: 'flag', short: 'h', description: 'Show this help.' },
} as const satisfies OptionSpecs;

/** What a command takes besides its own options: what its group takes, and what every command does. */
export function besidesOwn({ shared }: Pick<CommandSpec, 'shared'>): OptionSpecs {
  return { ...shared, ...commonOptions };
}
