import { agentNames } from '../../operations/agent/agent-names.js';
import type { ArgumentSpecs, OptionSpecs } from '../command.js';
import { UsageError } from '../usage-error.js';

export const agentArgument = {
  agent: {
    required: true,
    description: `The agent: ${agentNames.join(', ')}.`,
    choices: agentNames,
  },
} as const satisfies ArgumentSpecs;

/** For whom: `--project` is a flag here, unlike in other commands. */
export const scopeOptions = {
  user: { kind: 'flag', description: 'For yourself, in all projects; also when nothing is said.' },
  project: { kind: 'flag', description: 'For all who work on this project, in its repository.' },
} as const satisfies OptionSpecs;

/** @throws UsageError when both are given */
export function scopeOf({ user, project }: { user: boolean; project: boolean }): 'user' | 'project' {
  if (user && project) {
    throw new UsageError('--user and --project exclude each other.', { hint: 'Keep one of them.' });
  }
  return project ? 'project' : 'user';
}
