import type { CallLimiter } from '../../engine/execution/call-limiter.js';
import type { ModelCatalogue } from '../../models/spec/model-catalogue.js';
import type { ModelName } from '../../models/spec/model-name.js';
import type { Models } from '../../models/spec/open-model.js';
import type { Price } from '../../models/spec/price.js';

/** The models, as operations reach them. Nothing of a provider is loaded before it is asked for. */
export interface ModelAccess {
  readonly models: Models;
  /** The same with another limit on the time that an answer may take, in milliseconds. */
  within(totalMs: number): Models;
  /** One for the whole process: a provider's limits hold for all that is asked of it. */
  readonly limiter: CallLimiter;
  readonly catalogue: ModelCatalogue;
  /** What a model costs on a day; null when no price list knows it. */
  priceOf(name: ModelName, at: Date): Promise<Price | null>;
}
