import { orchestrationKinds } from '../../prompts/prompt-kind.js';
import { phases } from '../session/phase.js';
import { ExperimentDefinitionError } from './errors.js';
import type { Experiment } from './experiment.js';
import type { Strategy } from './strategy.js';

/** More could not be told apart by anybody. */
const MOST_VARIANTS = 20;

/**
 * Makes sure that an experiment can find something out: at least two variants, each called otherwise and asking
 * otherwise, one of them the control; at least one metric, each once.
 *
 * @throws ExperimentDefinitionError
 */
export function requireSound({ variants, metrics }: Pick<Experiment, 'variants' | 'metrics'>): void {
  if (variants.length < 2) {
    throw new ExperimentDefinitionError('An experiment compares at least two variants.', {
      hint: 'For instance --variant a=review@3 --variant b=review@production.',
    });
  }
  if (variants.length > MOST_VARIANTS)
    throw new ExperimentDefinitionError(`An experiment compares ${MOST_VARIANTS} variants at most.`);
  refuseTwice(
    variants.map(({ name }) => name),
    (name) => `Two variants are called "${name}".`,
  );
  const asked = new Map<string, string>();
  for (const { name, prompt, strategy, model, parameters } of variants) {
    const question = JSON.stringify([prompt?.reference, settled(strategy), model, parameters]);
    const same = asked.get(question);
    if (same !== undefined) {
      const what = prompt === null ? 'the same strategy' : prompt.reference;
      throw new ExperimentDefinitionError(`The variants "${same}" and "${name}" ask the same.`, {
        hint: `Both are ${what}: name another version, model or parameter.`,
      });
    }
    asked.set(question, name);
  }
  if (metrics.length === 0)
    throw new ExperimentDefinitionError('An experiment is about at least one metric.', {
      hint: 'For instance --metric success --metric cost.',
    });
  refuseTwice(
    metrics.map(({ name }) => name),
    (name) => `The metric "${name}" is named twice.`,
  );
}

/** In an order of its own, whatever order it was written in. */
function settled(strategy: Strategy | null) {
  return (
    strategy && [
      orchestrationKinds.map((kind) => strategy.templates[kind]?.reference ?? null),
      phases.map((phase) => strategy.models[phase] ?? null),
    ]
  );
}

function refuseTwice(names: readonly string[], message: (name: string) => string): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new ExperimentDefinitionError(message(twice), { hint: 'Each once.' });
}
