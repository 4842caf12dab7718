import * as z from 'zod/mini';
import { closestName } from '../../base/text/closest-name.js';
import { describeOrigin } from '../../config/origin.js';
import type { ModelCatalogue } from '../../models/spec/model-catalogue.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { operation } from '../operation.js';
import { aliasesHere } from './aliases-here.js';
import { agentView, pricedModelView, providerView } from './model-views.js';
import type { AliasView, ModelListOutput, PricedModelView } from './outputs.js';
import { DEFAULT_ALIAS } from './resolve-model.js';

const input = z.object({
  /** The provider whose models are listed, too. */
  provider: z.optional(z.string()),
  /** Whether the models of all providers are listed. */
  all: z._default(z.boolean(), false),
});

/**
 * Who can be asked, and by which names: providers with the state of their keys, agents, aliases, the default;
 * models as far as a price list knows them. Nothing is asked of any.
 *
 * @throws NotFoundError when there is no such provider
 */
export const listModels = operation(
  input,
  async (deps: Deps, { provider, all }): Promise<ModelListOutput> => {
    const { catalogue } = deps.models;
    const aliases = await aliasesHere(deps);
    const providers = await catalogue.providers();
    if (provider !== undefined) requireProvider(provider, providers);
    return {
      providers: providers.map(providerView),
      agents: (await catalogue.agents()).map(agentView),
      aliases,
      default: defaultOf(deps, aliases),
      models: all || provider !== undefined ? await modelsOf(catalogue, provider) : [],
    };
  },
);

function requireProvider(named: string, providers: readonly { readonly name: string }[]): void {
  const names = providers.map(({ name }) => name);
  if (names.includes(named)) return;
  const nearest = closestName(named, names);
  throw new NotFoundError('PROVIDER_NOT_FOUND', `There is no provider "${named}".`, {
    hint: nearest === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${nearest}?`,
    next: 'prompt-runner model list',
  });
}

async function modelsOf(catalogue: ModelCatalogue, provider: string | undefined): Promise<PricedModelView[]> {
  const models = await catalogue.pricedModels();
  return models
    .filter(({ name }) => provider === undefined || name.startsWith(`${provider}:`))
    .map(pricedModelView);
}

/** The setting goes before the alias. */
function defaultOf({ config }: Deps, aliases: readonly AliasView[]): ModelListOutput['default'] {
  const setting = config.values['model.default'];
  if (setting !== 'none') return { model: setting, from: describeOrigin(config.origins['model.default']) };
  const alias = aliases.find(({ name }) => name === DEFAULT_ALIAS);
  return alias === undefined ? null : { model: alias.target, from: `alias ${DEFAULT_ALIAS}` };
}
