import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { pricedModelView } from './model-views.js';
import type { ModelPricesOutput } from './outputs.js';

const input = z.object({
  /** A part of the name; `*` stands for anything between two parts. */
  pattern: z.optional(z.string()),
});

/** What models cost, as far as a price list knows them; a person's own prices come first. */
export const listPrices = operation(
  input,
  async (deps: Deps, { pattern = '' }): Promise<ModelPricesOutput> => {
    const models = await deps.models.catalogue.pricedModels();
    const parts = pattern.toLowerCase().split('*');
    return {
      models: models.filter(({ name }) => hasInOrder(name.toLowerCase(), parts)).map(pricedModelView),
      total: models.length,
    };
  },
);

function hasInOrder(name: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
