import type { Environment } from '../../base/environment.js';
import { findProgram } from '../../base/files/find-program.js';
import { providersOf, type SetUpProvider } from '../find-provider.js';
import { findKey } from '../keys/find-key.js';
import { readModelsFile } from '../models-file/read-models-file.js';
import { priceFrom } from '../pricing/list-price.js';
import { agentProviders } from '../providers.js';
import type { AgentEntry, PricedModel, ProviderEntry } from '../spec/model-catalogue.js';
import type { ModelSurroundings } from '../surroundings.js';

/** The providers, those of `models.yaml` among them. Nothing is asked of any. */
export async function listProviders(surroundings: ModelSurroundings): Promise<ProviderEntry[]> {
  const file = await readModelsFile(surroundings.configFolder);
  return providersOf(file).map((provider) => providerEntry(provider, surroundings));
}

/** The agents, in the order in which they are shown. */
export function listAgents(env: Environment): AgentEntry[] {
  return agentProviders.map(({ name, title, program }) => ({
    name,
    title,
    program: program === null ? null : findProgram(program, env),
  }));
}

/**
 * The models of which the price is known: the person's own, then those of the price list. What a list knows is
 * not all that a provider has, nor may all of it still be had.
 */
export async function listPricedModels(
  surroundings: Pick<ModelSurroundings, 'configFolder'>,
): Promise<PricedModel[]> {
  const file = await readModelsFile(surroundings.configFolder);
  const own = [...file.prices].map(([name, price]) => ({ name, price }));
  const { findProvider, calcPrice } = await import('@pydantic/genai-prices');
  const listed = providersOf(file).flatMap(({ facts: { name, priced } }) => {
    const models = priced === null ? [] : (findProvider({ providerId: priced })?.models ?? []);
    return models.flatMap(({ id }): PricedModel[] => {
      const found = calcPrice({ input_tokens: 0, output_tokens: 0 }, id, { providerId: priced ?? name });
      const price = found === null ? null : priceFrom(found.model_price);
      return price === null || file.prices.has(`${name}:${id}`) ? [] : [{ name: `${name}:${id}`, price }];
    });
  });
  return [...own, ...listed];
}

function providerEntry({ facts }: SetUpProvider, surroundings: ModelSurroundings): ProviderEntry {
  const [first = null] = facts.keyVariables;
  const found = findKey(facts.keyVariables, surroundings);
  return {
    name: facts.name,
    title: facts.title,
    kind: facts.kind,
    about: facts.about,
    keyVariable: found?.variable ?? first,
    keyPlace: found?.place ?? null,
    ready: first === null || found !== null,
  };
}
