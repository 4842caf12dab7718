import type { Price } from '../spec/price.js';

/** What `models.yaml` says of a provider; what is left out stays as usual. */
export interface ProviderSettings {
  /** `compatible` and `package` make a provider of one's own; null changes one that is built in. */
  readonly kind: 'compatible' | 'package' | null;
  readonly address: string | null;
  /** The variable that holds its key; null for a built-in provider's own, or for no key. */
  readonly keyVariable: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly concurrency: number | null;
  readonly requestsPerMinute: number | null;
  readonly timeoutMs: number | null;
  /** The npm package, and the function of it that makes the provider; null for the usual one. */
  readonly package: { readonly name: string; readonly factory: string | null } | null;
}

/** The file `models.yaml` in the person's own configuration folder. */
export interface ModelsFile {
  readonly path: string;
  readonly providers: ReadonlyMap<string, ProviderSettings>;
  /** By the model's full name, such as `my-server:llama`. */
  readonly prices: ReadonlyMap<string, Price>;
}
