import type { AgentEntry, PricedModel, ProviderEntry } from '../../models/spec/model-catalogue.js';
import { priceView } from '../execution/views/execution-record-view.js';
import type { AgentView, PricedModelView, ProviderView } from './outputs.js';

export function providerView(provider: ProviderEntry): ProviderView {
  const { name, title, kind, about, keyVariable, keyPlace, ready } = provider;
  return { name, title, kind, about, keyVariable, keyPlace, ready };
}

export function agentView({ name, title, program }: AgentEntry): AgentView {
  return { name, title, program };
}

export function pricedModelView({ name, price }: PricedModel): PricedModelView {
  return { name, price: priceView(price) };
}
