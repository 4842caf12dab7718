import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { aliasNotFound } from './alias-not-found.js';
import { aliasesHere } from './aliases-here.js';
import type { ModelAliasesOutput } from './outputs.js';

const input = z.object({ /** Only those of this name. */ name: z.optional(z.string()) });

/**
 * The other names of models that hold here.
 *
 * @throws NotAllowedError in a workspace without the database
 * @throws NotFoundError when one is named and there is none of that name
 */
export const listAliases = guarded(
  needs.listAliases,
  input,
  async (deps: Deps, { name }): Promise<ModelAliasesOutput> => {
    executionsOf(deps);
    const aliases = await aliasesHere(deps);
    if (name === undefined) return { aliases };
    const named = aliases.filter((alias) => alias.name === name);
    if (named.length === 0) throw aliasNotFound(name, 'here', aliases);
    return { aliases: named };
  },
);
