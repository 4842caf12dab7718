import * as z from 'zod/mini';
import { shellWord } from '../../base/text/shell-word.js';
import { writtenModelName } from '../../models/spec/model-name.js';
import type { OpenModel, ProviderLimits } from '../../models/spec/open-model.js';
import type { Deps } from '../deps.js';
import { priceView } from '../execution/views/execution-record-view.js';
import { operation } from '../operation.js';
import { whereabouts } from '../project/current-project.js';
import { aliasesHere } from './aliases-here.js';
import { agentView, providerView } from './model-views.js';
import type { ModelShowOutput } from './outputs.js';
import { resolveModel } from './resolve-model.js';
import { unlessNotReady } from './unless-not-ready.js';

const input = z.object({ model: z.string().check(z.minLength(1)) });

/**
 * What is known of a model before it is asked: its full name, where its key was found, its price, what it can do.
 *
 * @throws ModelUnknownError when there is no such provider
 */
export const showModel = operation(input, async (deps: Deps, { model: asked }): Promise<ModelShowOutput> => {
  const { project } = await whereabouts(deps);
  const name = await resolveModel(deps, asked, project?.id ?? null);
  const { catalogue, models, priceOf } = deps.models;
  const { opened, problem } = await unlessNotReady(() => models.open(name));
  const provider = (await catalogue.providers()).find((entry) => entry.name === name.provider);
  const agent = (await catalogue.agents()).find((entry) => entry.name === name.provider);
  const price = await priceOf(name, deps.clock.now());
  const model = writtenModelName(name);
  return {
    asked,
    model,
    kind: agent === undefined ? 'model' : 'agent',
    provider: provider === undefined ? null : providerView(provider),
    agent: agent === undefined ? null : agentView(agent),
    price: price && priceView(price),
    abilities: opened && abilitiesOf(opened),
    limits: opened && limitsOf(opened.limits),
    aliases: (await aliasesHere(deps))
      .filter(({ target }) => target === model)
      .map(({ name: alias }) => alias),
    problem,
    next: `prompt-runner model test ${shellWord(model)}`,
  };
});

function abilitiesOf({ abilities: { tools, images, schema, budget } }: OpenModel) {
  return { tools, images, schema, budget };
}

function limitsOf({
  concurrency,
  requestsPerMinute,
}: ProviderLimits): NonNullable<ModelShowOutput['limits']> {
  return { concurrency, requestsPerMinute };
}
