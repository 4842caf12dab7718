/** The shapes that operations on models give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { priceView } from '../execution/view-shapes.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();

export const providerView = z.object({
  name: text,
  title: text,
  /** Somebody's service, a server at home, a stand-in without a model. */
  kind: z.enum(['service', 'local', 'stand-in', 'agent']),
  about: text,
  /** The variable that its key is in, or would have to be; null when it takes none. */
  keyVariable: nullable(text),
  /** Where its key was found; null when it was not, or when it takes none. A key itself is never told. */
  keyPlace: nullable(z.enum(['environment', '.env', 'keys.env'])),
  /** Whether everything is there that can be told without asking it. */
  ready: z.boolean(),
});

export const agentView = z.object({
  name: text,
  title: text,
  /** Where its program is; null when it is not on the path, or when its name says so, as with exec. */
  program: nullable(text),
});

export const aliasView = z.object({
  name: text,
  /** The model's full name. */
  target: text,
  /** The project that it holds for; null for all. */
  project: nullable(text),
});

export const pricedModelView = z.object({ name: text, price: priceView });

/** The model that is taken when none is named, and what says so. */
const defaultView = z.object({ model: text, from: text });

export const modelListOutput = z.object({
  providers: z.array(providerView),
  agents: z.array(agentView),
  aliases: z.array(aliasView),
  default: nullable(defaultView),
  /** Those with a price, of the provider that was named, or all when they were asked for. */
  models: z.array(pricedModelView),
});

export const modelShowOutput = z.object({
  /** As it was named. */
  asked: text,
  /** The full name. */
  model: text,
  kind: z.enum(['model', 'agent']),
  /** Null for an agent. */
  provider: nullable(providerView),
  /** Null for what is no agent. */
  agent: nullable(agentView),
  price: nullable(priceView),
  /** Null when it cannot be opened. */
  abilities: nullable(
    z.object({ tools: z.boolean(), images: z.boolean(), schema: z.boolean(), budget: z.boolean() }),
  ),
  /** How much may be asked of its provider at a time; null when it cannot be opened. */
  limits: nullable(z.object({ concurrency: count, requestsPerMinute: nullable(count) })),
  /** The aliases that mean it here. */
  aliases: z.array(text),
  /** Why it cannot be asked; null when it can, as far as can be told. */
  problem: nullable(text),
  next: text,
});

export const modelAliasesOutput = z.object({ aliases: z.array(aliasView) });

export const modelAliasOutput = z.object({
  name: text,
  /** The project that it holds for; null for all. */
  project: nullable(text),
  /** What it meant before; null when it is new. */
  from: nullable(text),
  /** What it means since; null when it is gone. */
  to: nullable(text),
  changed: z.boolean(),
  next: text,
});

export const modelPricesOutput = z.object({
  /** In US dollars for a million tokens. */
  models: z.array(pricedModelView),
  /** How many have a price, whatever was asked for. */
  total: count,
});

export type ProviderView = z.infer<typeof providerView>;
export type AgentView = z.infer<typeof agentView>;
export type AliasView = z.infer<typeof aliasView>;
export type PricedModelView = z.infer<typeof pricedModelView>;
export type ModelListOutput = z.infer<typeof modelListOutput>;
export type ModelShowOutput = z.infer<typeof modelShowOutput>;
export type ModelAliasesOutput = z.infer<typeof modelAliasesOutput>;
export type ModelAliasOutput = z.infer<typeof modelAliasOutput>;
export type ModelPricesOutput = z.infer<typeof modelPricesOutput>;
