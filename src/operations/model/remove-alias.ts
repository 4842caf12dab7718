import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { aliasNotFound } from './alias-not-found.js';
import { aliasIn, aliasOwner, aliasScope } from './alias-place.js';
import { aliasesHere } from './aliases-here.js';
import type { ModelAliasOutput } from './outputs.js';

const input = z.object({ name: z.string(), scope: aliasScope });

/**
 * Takes an alias away; on record in the audit log.
 *
 * @throws NotAllowedError in a workspace without the database
 * @throws NotFoundError when there is none in that place
 */
export const removeAlias = guarded(
  needs.removeAlias,
  input,
  async (deps: Deps, { name, scope }): Promise<ModelAliasOutput> => {
    const { modelAliases } = executionsOf(deps);
    const owner = await aliasOwner(deps, scope);
    const from = await aliasIn(deps, name, owner);
    if (from === null) {
      const where = owner === null ? 'for all projects' : `in project "${owner.name}"`;
      throw aliasNotFound(name, where, await aliasesHere(deps));
    }
    const by = { actor: deps.config.values.actor, at: deps.clock.now() };
    await modelAliases.remove(name, owner?.id ?? null, by);
    const project = owner?.name ?? null;
    return { name, project, from, to: null, changed: true, next: 'prompt-runner model alias' };
  },
);
