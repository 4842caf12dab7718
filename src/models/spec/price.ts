/** What a model costs, in US dollars for a million tokens. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
  /** Input that the provider had in its cache; null when it costs as much as other input. */
  readonly cachedInput: number | null;
  /** Input that the provider put into its cache; null when it costs as much as other input. */
  readonly cacheWrite: number | null;
}

/** What all tokens of a call cost whose input is long. */
export interface PriceTier extends TokenPrices {
  /** For calls with more tokens of input than this. */
  readonly above: number;
}

/** What a model costs, and who says so. */
export interface Price extends TokenPrices {
  /** From the shortest input to the longest; left out when its length makes no difference. */
  readonly tiers?: readonly PriceTier[];
  /** Where it was found, with its day: `genai-prices 0.1.8`, `models.yaml`. */
  readonly source: string;
}
