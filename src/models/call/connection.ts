import type { LanguageModelV3 } from '@ai-sdk/provider';
import type { ApiKey } from '../keys/api-key.js';
import type { Dialect } from './dialect.js';

/** What a provider is given to open a model. */
export interface Connection {
  /** As the provider calls it. */
  readonly model: string;
  /** The name of the provider, as people write it. */
  readonly provider: string;
  readonly key: ApiKey | null;
  /** Where it is asked; null for where its vendor answers. */
  readonly address: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
}

/** A model of an SDK, and what has to be known beside it. */
export interface ConnectedModel {
  readonly language: LanguageModelV3;
  /** Null when nothing is known of its interface: a package of somebody else's. */
  readonly dialect: Dialect | null;
}

/** Loads the code of a provider and opens a model of it. */
export type Connect = (connection: Connection) => Promise<ConnectedModel>;
