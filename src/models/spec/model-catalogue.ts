import type { Price } from './price.js';

/** What a provider is: somebody's service, a server at home, a stand-in without a model, a program. */
export type ProviderKind = 'service' | 'local' | 'stand-in' | 'agent';

/** Where a key was found. */
export type KeyPlace = 'environment' | '.env' | 'keys.env';

/** A provider, and whether it can be asked. */
export interface ProviderEntry {
  readonly name: string;
  readonly title: string;
  readonly kind: ProviderKind;
  readonly about: string;
  /** The variable that its key is in, or would have to be; null when it takes none. */
  readonly keyVariable: string | null;
  /** Where its key was found; null when it was not, or when it takes none. */
  readonly keyPlace: KeyPlace | null;
  /** Whether everything is there that can be told without asking it. */
  readonly ready: boolean;
}

/** An agent, and where its program lies. */
export interface AgentEntry {
  readonly name: string;
  readonly title: string;
  /** Null when it is not on the path, and for `exec`, whose program each name says. */
  readonly program: string | null;
}

/** A model that has a price. */
export interface PricedModel {
  /** Its full name. */
  readonly name: string;
  readonly price: Price;
}

/** What there is to be asked. Nothing is asked of any. */
export interface ModelCatalogue {
  /** Those that a person set up among them. */
  providers(): Promise<readonly ProviderEntry[]>;
  agents(): Promise<readonly AgentEntry[]>;
  /** A person's own prices first. */
  pricedModels(): Promise<readonly PricedModel[]>;
}
