import * as z from 'zod/mini';
import { projectFileFor } from '../../config/config-file.js';
import { userConfigFile } from '../../config/paths.js';
import type { ConfigDeps } from './config-deps.js';

/** Whose file: one's own, or the one that all who work on a project share. */
export const fileOwner = z.enum(['user', 'project']);
export type FileOwner = z.infer<typeof fileOwner>;

/** Where a configuration file lies, whether it is there or not. */
export function configFileOf(owner: FileOwner, { env, cwd }: ConfigDeps): string {
  return owner === 'user' ? userConfigFile(env) : projectFileFor(cwd);
}

/** @example configCommand('edit', 'project') === 'prompt-runner config edit --in project' */
export function configCommand(words: string, owner: FileOwner): string {
  return `prompt-runner config ${words}${owner === 'project' ? ' --in project' : ''}`;
}
