import type { StrategyVariant } from '../../../engine/experiment/experiment.js';
import { type Phase, phases } from '../../../engine/session/phase.js';
import type { NamedTemplates } from '../../../engine/session/prompt-template.js';

/** The templates of a strategy, as a session is told to take them. */
export function templatesOf({ strategy }: Pick<StrategyVariant, 'strategy'>): NamedTemplates {
  const references = Object.entries(strategy.templates).map(([kind, { reference }]) => [kind, reference]);
  return Object.fromEntries(references);
}

/** Who does each phase: the one of all phases where the strategy names none. */
export function modelsByPhase({
  strategy,
  model,
}: Pick<StrategyVariant, 'strategy' | 'model'>): Partial<Record<Phase, string>> {
  const ofAll = model === null ? [] : phases.map((phase) => [phase, model]);
  return { ...Object.fromEntries(ofAll), ...strategy.models };
}

/** What several variants say, as one: experiments that decide about the same are not started beside each other. */
export function inOne<Values extends object>(all: readonly Values[]): Values {
  return Object.assign({}, ...all);
}
