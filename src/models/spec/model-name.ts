/** The name of a model: a provider, and what it calls the model. */
export interface ModelName {
  /** For instance `openai`, `claude`, `fake`. */
  readonly provider: string;
  /** Empty where the provider has a model of its own choice, as agents have. */
  readonly model: string;
}

/**
 * Reads `provider:model`; a name without a colon is a provider alone, as `claude` is.
 *
 * @example readModelName('openai:gpt-5-mini') // { provider: 'openai', model: 'gpt-5-mini' }
 * @example readModelName('exec:./my-agent --fast') // { provider: 'exec', model: './my-agent --fast' }
 */
export function readModelName(text: string): ModelName {
  const colon = text.indexOf(':');
  return colon < 0
    ? { provider: text.trim(), model: '' }
    : { provider: text.slice(0, colon).trim(), model: text.slice(colon + 1).trim() };
}

/** The name as people write it. */
export function writtenModelName({ provider, model }: ModelName): string {
  return model === '' ? provider : `${provider}:${model}`;
}
