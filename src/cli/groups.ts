import type { CommandGroup } from './command.js';

/** A group as the root help lists it; its commands are loaded when one of them is asked for. */
export interface GroupEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly purpose: string;
  load(): Promise<CommandGroup>;
}

export const groups: readonly GroupEntry[] = [
  {
    name: 'orchestrate',
    aliases: ['orchestration'],
    purpose: 'Carry a feature from request to implementation, step by step.',
    load: async () => (await import('./orchestrate/group.js')).orchestrate,
  },
  {
    name: 'project',
    aliases: [],
    purpose: 'Say which codebases there are and where they lie.',
    load: async () => (await import('./project/group.js')).project,
  },
  {
    name: 'db',
    aliases: [],
    purpose: 'Look after the store: its schema, its backups.',
    load: async () => (await import('./db/group.js')).db,
  },
];
