import type { Command, CommandGroup } from './command.js';

/** A group as the root help lists it; its commands are loaded when one of them is asked for. */
export interface GroupEntry {
  /** One word, or two for a group within another. */
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
    name: 'orchestrate template',
    aliases: ['orchestration template'],
    purpose: 'Say which prompts sessions are made from.',
    load: async () => (await import('./orchestrate/template/group.js')).orchestrateTemplate,
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
    name: 'prompt',
    aliases: [],
    purpose: 'Keep prompts: versions, labels, variables, search.',
    load: async () => (await import('./prompt/group.js')).prompt,
  },
  {
    name: 'batch',
    aliases: [],
    purpose: 'Ask a prompt for every row of a file, whatever happens.',
    load: async () => (await import('./batch/group.js')).batch,
  },
  {
    name: 'experiment',
    aliases: [],
    purpose: 'Find out which prompt or model is better.',
    load: async () => (await import('./experiment/group.js')).experiment,
  },
  {
    name: 'optimize',
    aliases: [],
    purpose: 'Search for a better text of a prompt, and prove it.',
    load: async () => (await import('./optimize/group.js')).optimize,
  },
  {
    name: 'workflow',
    aliases: [],
    purpose: 'Run steps written in a file: prompts, commands, gates.',
    load: async () => (await import('./workflow/group.js')).workflow,
  },
  {
    name: 'worker',
    aliases: [],
    purpose: 'Share batches and workflows among several machines.',
    load: async () => (await import('./worker/group.js')).worker,
  },
  {
    name: 'execution',
    aliases: [],
    purpose: 'See what models were asked and answered, and what it cost.',
    load: async () => (await import('./execution/group.js')).execution,
  },
  {
    name: 'model',
    aliases: [],
    purpose: 'See which models can be asked, and name them.',
    load: async () => (await import('./model/group.js')).model,
  },
  {
    name: 'cache',
    aliases: [],
    purpose: 'See and empty the cache of answers.',
    load: async () => (await import('./cache/group.js')).cache,
  },
  {
    name: 'audit',
    aliases: [],
    purpose: 'See who changed which prompt, template, label or setting.',
    load: async () => (await import('./audit/group.js')).audit,
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
    name: 'run',
    purpose: 'Ask a model a prompt or a text; the answer is kept.',
    load: async () => (await import('./run/command.js')).runCommand,
  },
  {
    name: 'doctor',
    purpose: 'Check that everything is in order, with a fix for what is not.',
    load: async () => (await import('./doctor/command.js')).doctor,
  },
];

/** A group that words begin with, and the words behind its name. */
export interface NamedGroup {
  readonly entry: GroupEntry;
  readonly rest: readonly string[];
}

/** The group that a command line names; a group within another goes before the other. */
export function groupNamed(words: readonly string[]): NamedGroup | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const entry = groups.find((group) => group.name === name || group.aliases.includes(name));
    if (entry !== undefined && words.length >= length) return { entry, rest: words.slice(length) };
  }
  return undefined;
}

/** The groups within a group, under the word that names them there. */
export function groupsWithin(parent: string): { readonly name: string; readonly purpose: string }[] {
  return groups
    .filter(({ name }) => name.startsWith(`${parent} `))
    .map(({ name, purpose }) => ({ name: name.slice(parent.length + 1), purpose }));
}
