import { closestName } from '../base/text/closest-name.js';
import { ModelUnknownError } from './errors.js';
import type { ModelsFile, ProviderSettings } from './models-file/models-file.js';
import { agentProviders, builtinProviders, type ProviderFacts } from './providers.js';
import { type ModelName, writtenModelName } from './spec/model-name.js';

/** A provider as it is set up here. */
export interface SetUpProvider {
  readonly facts: ProviderFacts;
  /** What `models.yaml` says of it; null when it says nothing. */
  readonly settings: ProviderSettings | null;
}

/** All providers that can be named here but agents: those that come with the program, then one's own. */
export function providersOf(file: ModelsFile): SetUpProvider[] {
  const own = [...file.providers].filter(([, { kind }]) => kind !== null);
  return [
    ...builtinProviders.map((facts) => withSettings(facts, file.providers.get(facts.name) ?? null)),
    ...own.map(([name, settings]) => ({ facts: ownFacts(name, settings), settings })),
  ];
}

/**
 * The provider of a model.
 *
 * @throws ModelUnknownError when there is none of that name, or the name lacks its model
 */
export function findProvider(name: ModelName, file: ModelsFile): SetUpProvider {
  const all = providersOf(file);
  const found = all.find(({ facts }) => facts.name === name.provider);
  if (found === undefined) throw unknownProvider(name, all);
  if (name.model === '' && found.facts.kind !== 'stand-in') throw lacksModel(name.provider);
  return found;
}

function withSettings(facts: ProviderFacts, settings: ProviderSettings | null): SetUpProvider {
  if (settings === null || settings.keyVariable === null) return { facts, settings };
  return { facts: { ...facts, keyVariables: [settings.keyVariable] }, settings };
}

function ownFacts(name: string, { kind, keyVariable, package: source }: ProviderSettings): ProviderFacts {
  return {
    name,
    title: name,
    kind: 'service',
    about:
      kind === 'package'
        ? `By the npm package ${source?.name}, as models.yaml says.`
        : 'A server that speaks the OpenAI interface, as models.yaml says.',
    keyVariables: keyVariable === null ? [] : [keyVariable],
    addressVariables: [],
    priced: null,
  };
}

function unknownProvider(name: ModelName, all: readonly SetUpProvider[]): ModelUnknownError {
  const known = [...all.map(({ facts }) => facts.name), ...agentProviders.map((agent) => agent.name)];
  const near = closestName(name.provider, known);
  return new ModelUnknownError(`There is no provider "${name.provider}" for "${writtenModelName(name)}".`, {
    hint: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`,
    next: 'prompt-runner model list',
  });
}

function lacksModel(provider: string): ModelUnknownError {
  return new ModelUnknownError(`"${provider}" is a provider; which of its models is meant is not said.`, {
    hint: `Write ${provider}:MODEL, with the model as the provider calls it.`,
    next: 'prompt-runner model list',
  });
}
