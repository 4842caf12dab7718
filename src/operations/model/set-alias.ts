import * as z from 'zod/mini';
import { readModelName, writtenModelName } from '../../models/spec/model-name.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { NameTakenError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';
import { aliasIn, aliasName, aliasOwner, aliasScope } from './alias-place.js';
import type { ModelAliasOutput } from './outputs.js';
import { resolveModel } from './resolve-model.js';
import { unlessNotReady } from './unless-not-ready.js';

const input = z.object({
  name: aliasName,
  /** The model, or another alias of it. */
  target: z.string().check(z.minLength(1)),
  scope: aliasScope,
});

/**
 * Gives a model another name, in place of what that meant before; on record in the audit log. The alias
 * `default` is the model that is taken when none is named.
 *
 * @throws NotAllowedError in a workspace without the database
 * @throws NameTakenError for the name of a provider or an agent
 * @throws ModelUnknownError when the target is of no provider that there is
 */
export const setAlias = guarded(
  needs.setAlias,
  input,
  async (deps: Deps, { name, target, scope }): Promise<ModelAliasOutput> => {
    const { modelAliases } = executionsOf(deps);
    await refuseProviderName(deps, name);
    const owner = await aliasOwner(deps, scope);
    const project = owner?.id ?? null;
    const to = writtenModelName(await resolveModel(deps, target, project));
    await unlessNotReady(() => deps.models.models.open(readModelName(to)));
    const from = await aliasIn(deps, name, owner);
    if (from !== to) {
      const actor = deps.config.values.actor;
      await modelAliases.set({ name, project, target: to, actor, at: deps.clock.now() });
    }
    return {
      name,
      project: owner?.name ?? null,
      from,
      to,
      changed: from !== to,
      next: `prompt-runner model test ${name}`,
    };
  },
);

async function refuseProviderName({ models: { catalogue } }: Deps, name: string): Promise<void> {
  const entries = [...(await catalogue.providers()), ...(await catalogue.agents())];
  const taken = entries.find((entry) => entry.name === name);
  if (taken === undefined) return;
  throw new NameTakenError(`"${name}" is the name of ${taken.title}.`, {
    hint: 'Choose another name for the alias.',
  });
}
