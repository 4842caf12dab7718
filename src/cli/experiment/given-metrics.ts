import { UsageError } from '../usage-error.js';

/**
 * The metrics that are named, each with the difference that matters; the usual one when none is.
 *
 * @throws UsageError when a difference is no number, or of a metric that is not named
 * @example givenMetrics(['cost'], ['cost=0.01'], 'success') // [{ name: 'cost', matters: 0.01 }]
 */
export function givenMetrics(names: readonly string[], matters: readonly string[], usual: string) {
  const metrics = names.length === 0 ? [usual] : names;
  const differences = new Map(matters.map(differenceIn));
  for (const name of differences.keys()) {
    if (!metrics.includes(name)) {
      throw new UsageError(`--matters is about "${name}", which is not measured.`, {
        hint: `Add --metric ${name}.`,
      });
    }
  }
  return metrics.map((name) => ({ name, matters: differences.get(name) }));
}

function differenceIn(typed: string): readonly [metric: string, difference: number] {
  const equals = typed.lastIndexOf('=');
  const difference = Number(typed.slice(equals + 1));
  if (equals > 0 && equals < typed.length - 1 && difference >= 0) return [typed.slice(0, equals), difference];
  throw new UsageError(`--matters takes a metric and a difference from 0 on, not "${typed}".`, {
    hint: 'For instance --matters success=0.05.',
  });
}
