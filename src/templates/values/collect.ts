import type { Budget } from '../budget.js';
import { iterate } from './iterate.js';
import type { Value } from './value.js';

/** The items of a value as an array; charges for each before it is taken. */
export function collect(value: Value, budget: Budget): readonly Value[] {
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
