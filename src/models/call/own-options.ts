import type { SharedV3ProviderOptions } from '@ai-sdk/provider';
import type { ModelRequest } from '../spec/model-request.js';

/**
 * What only a package of somebody else's knows, as it looks for it: under its own name, which is the first
 * part of what it calls itself.
 */
export function ownOptions(provider: string, { parameters }: ModelRequest): SharedV3ProviderOptions {
  const [key = provider] = provider.split('.');
  return { [key]: JSON.parse(JSON.stringify(parameters.providerOptions ?? {})) };
}
