import { findProvider } from '../find-provider.js';
import type { ModelsFile } from '../models-file/models-file.js';
import { readModelsFile } from '../models-file/read-models-file.js';
import { builtinProviders, isAgentProvider } from '../providers.js';
import { type ModelName, writtenModelName } from '../spec/model-name.js';
import type { Price } from '../spec/price.js';
import type { ModelSurroundings } from '../surroundings.js';
import { listPrice } from './list-price.js';

/**
 * What a model costs on a day: as the person's `models.yaml` says, else as the price list says. The fake costs
 * nothing, and so does what runs on a machine of one's own: nobody is paid for a token of it. Null when nobody
 * knows, as for agents, which say themselves what they spent.
 *
 * @throws ModelsFileError
 */
export async function priceOf(
  name: ModelName,
  at: Date,
  { configFolder }: Pick<ModelSurroundings, 'configFolder'>,
): Promise<Price | null> {
  const file = await readModelsFile(configFolder);
  const own = file.prices.get(writtenModelName(name));
  if (own !== undefined) return own;
  if (isAgentProvider(name.provider)) return null;
  const facts = builtinProviders.find((provider) => provider.name === name.provider);
  if (facts === undefined) return unlisted(name, file);
  if (facts.kind !== 'service') return free(facts.title);
  return listPrice(facts.priced, name.model, at);
}

/** A provider of one's own has no price but in models.yaml; a name that nobody knows is an error. */
function unlisted(name: ModelName, file: ModelsFile): null {
  findProvider(name, file);
  return null;
}

function free(title: string): Price {
  return { input: 0, output: 0, cachedInput: null, cacheWrite: null, source: `${title} is free` };
}
