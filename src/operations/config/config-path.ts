import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { operation } from '../operation.js';
import type { ConfigDeps } from './config-deps.js';
import { configFileOf, type FileOwner } from './config-file-of.js';
import type { ConfigPathOutput } from './outputs.js';

/** Where the two configuration files lie, or would lie, and whether they are there. */
export const configPath = operation(
  z.object({}),
  async (sources: ConfigDeps): Promise<ConfigPathOutput> => ({
    user: fileView('user', sources),
    project: fileView('project', sources),
  }),
);

function fileView(owner: FileOwner, sources: ConfigDeps): ConfigPathOutput['user'] {
  const path = configFileOf(owner, sources);
  return { path, exists: existsSync(path) };
}
