import type { ExperimentVariant } from '../../engine/experiment/experiment.js';

/** What of a variant labels can bring to everybody. */
export interface Promotable {
  /** Versions of prompts: `team/code@3`. */
  readonly prompts: readonly string[];
  /** The rest, in words. */
  readonly left: readonly string[];
}

/**
 * What of a variant can be promoted: its prompts. The templates that come with the program have no labels, and who does
 * a phase is a setting.
 */
export function promotable({ prompt, strategy, model }: ExperimentVariant): Promotable {
  const ofAll = model === null ? [] : [`the model ${model}`];
  if (prompt !== null) return { prompts: [prompt.reference], left: ofAll };
  const templates = Object.values(strategy.templates);
  return {
    prompts: templates.filter(({ version }) => version !== null).map(({ reference }) => reference),
    left: [
      ...templates
        .filter(({ version }) => version === null)
        .map(({ reference }) => `the template ${reference}`),
      ...Object.entries(strategy.models).map(([phase, name]) => `${name} for ${phase}`),
      ...ofAll,
    ],
  };
}
