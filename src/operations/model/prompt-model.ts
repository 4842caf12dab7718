import type { ProjectId } from '../../base/ids.js';
import { shellWord } from '../../base/text/shell-word.js';
import { type ModelName, readModelName } from '../../models/spec/model-name.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { ModelRefusedError } from './errors.js';
import { resolveModel } from './resolve-model.js';

/**
 * The model that a prompt or a workflow asks for. They come from files of others, too: none of them may name a
 * command, and many name a model as another tool does.
 *
 * @param who asks, as an error begins: `The prompt review@3`
 * @throws ModelRefusedError
 * @throws NotFoundError when the name is neither an alias nor begins with a provider
 */
export async function promptModel(
  deps: Deps,
  named: string,
  who: string,
  project: ProjectId | null,
): Promise<ModelName> {
  if (readModelName(named).provider === 'exec') throw new ModelRefusedError(named, who);
  const model = await resolveModel(deps, named, project);
  if (await isProvider(deps, model.provider)) return model;
  throw new NotFoundError(
    'PROVIDER_NOT_FOUND',
    `${who} asks for the model "${named}", which is of no provider that there is.`,
    {
      hint: 'Name a model with --model, or say by an alias what this name means:',
      next: `prompt-runner model alias ${shellWord(named)} openai:MODEL`,
    },
  );
}

async function isProvider({ models: { catalogue } }: Deps, name: string): Promise<boolean> {
  const entries = [...(await catalogue.providers()), ...(await catalogue.agents())];
  return entries.some((entry) => entry.name === name);
}
