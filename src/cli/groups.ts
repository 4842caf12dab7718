import type { Command, CommandGroup } from './command.js';

/** A group as the root help lists it; its commands are loaded when one of them is asked for. */
export interface GroupEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly purpose: string;
  load(): Promise<CommandGroup>;
}

/** A command that stands by itself. */
export interface SingleCommandEntry {
  readonly name: string;
  readonly purpose: string;
  load(): Promise<Command>;
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
    name: 'template',
    aliases: [],
    purpose: 'Render and check templates in the language of Jinja2.',
    load: async () => (await import('./template/group.js')).template,
  },
  {
    name: 'db',
    aliases: [],
    purpose: 'Look after the store: its schema, its backups.',
    load: async () => (await import('./db/group.js')).db,
  },
  {
    name: 'config',
    aliases: [],
    purpose: 'See and change settings, and where each value comes from.',
    load: async () => (await import('./config/group.js')).config,
  },
  {
    name: 'agent',
    aliases: [],
    purpose: 'Teach a coding agent to drive sessions by itself.',
    load: async () => (await import('./agent/group.js')).agent,
  },
  {
    name: 'completion',
    aliases: [],
    purpose: 'Complete commands, sessions and projects in your shell.',
    load: async () => (await import('./completion/group.js')).completion,
  },
];

export const singleCommands: readonly SingleCommandEntry[] = [
  {
    name: 'doctor',
    purpose: 'Check that everything is in order, with a fix for what is not.',
    load: async () => (await import('./doctor/command.js')).doctor,
  },
];
