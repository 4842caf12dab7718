import type { ModelAnswer } from './model-answer.js';
import type { ModelName } from './model-name.js';
import type { ModelRequest } from './model-request.js';

/** Where a model runs: behind an interface, or as a program in a folder. */
export type ModelKind = 'model' | 'agent';

/** How much may be asked of a provider at a time. */
export interface ProviderLimits {
  /** Calls at the same time. */
  readonly concurrency: number;
  /** Whether the user's own file says so; what is only usual gives way to who says otherwise. */
  readonly concurrencyIs: 'given' | 'usual';
  /** Calls that may begin in a minute; null for as many as there are. */
  readonly requestsPerMinute: number | null;
}

/** Who watches a call, and may end it. */
export interface CallWatch {
  readonly signal: AbortSignal;
  /** Is given the answer's text bit by bit, as it comes. */
  readonly onText?: (text: string) => void;
  /** Is told what an agent does: `reads src/app.ts`. One line, without control characters. */
  readonly onActivity?: (line: string) => void;
}

/** What a model can do. */
export interface ModelAbilities {
  /** Whether it can be given tools. Agents have their own. */
  readonly tools: boolean;
  readonly images: boolean;
  /** Whether it holds itself to a schema. */
  readonly schema: boolean;
  /** Whether it ends by itself when it has spent `AgentTask.maxCost`. */
  readonly budget: boolean;
}

/**
 * What decides who answers besides the name: the address, the package, the script. Two models that are the
 * same in all of it are the same model. Nothing secret stands in it.
 */
export type ModelIdentity = { readonly [aspect: string]: string | null };

/** A model that can be asked: its key is there, its provider's code is loaded. */
export interface OpenModel {
  readonly name: ModelName;
  readonly identity: ModelIdentity;
  readonly kind: ModelKind;
  readonly limits: ProviderLimits;
  readonly abilities: ModelAbilities;
  /**
   * Asks once; nothing is tried again here.
   * @throws ModelCallError for whatever the provider, the network or the agent does
   */
  call(request: ModelRequest, watch: CallWatch): Promise<ModelAnswer>;
}

/** Opens models by name: what the engine knows of providers. */
export interface Models {
  /** @throws ModelUnknownError, KeyMissingError, ProviderMissingError */
  open(name: ModelName): Promise<OpenModel>;
}
