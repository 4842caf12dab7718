import type { Rendering } from '../runtime/rendering.js';
import { iterate } from '../values/iterate.js';
import type { Value } from '../values/value.js';

/** The items of a value as an array; charges for each. */
export function collect({ budget }: Rendering, value: Value): readonly Value[] {
  if (Array.isArray(value)) {
    budget.step(value.length);
    budget.collects(value.length);
    return value;
  }
  const items: Value[] = [];
  for (const item of iterate(value, budget)) {
    budget.step();
    budget.collects(1);
    items.push(item);
  }
  return items;
}
