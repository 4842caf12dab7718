import * as z from 'zod/mini';
import { ExperimentDefinitionError } from '../../engine/experiment/errors.js';
import type {
  ExperimentUnit,
  ExperimentVariant,
  StrategyVariant,
} from '../../engine/experiment/experiment.js';
import { parseShortName } from '../../engine/experiment/experiment-name.js';
import type { SettledPrompt } from '../../engine/experiment/strategy.js';
import { readModelName } from '../../models/spec/model-name.js';
import { reading } from '../access/access.js';
import type { Deps } from '../deps.js';
import { givenParameters } from '../execution/run-input.js';
import { mergedParameters } from '../execution/run-parameters.js';
import { findVersion } from '../prompt/find-prompt.js';
import { givenFile } from '../template/template-input.js';
import { settledStrategy } from './online/settled-strategy.js';
import { isCommand, modelsOf } from './online/variant-fault.js';

/** A variant as it is asked for. */
export const givenVariant = z.object({
  name: z.string(),
  /**
   * A prompt of the library: `review`, `review@7`, `review@production`. Its version is settled now. For sessions it is a
   * template, and its kind says which one it takes the place of.
   */
  prompt: z.optional(z.string()),
  /** A file that says which templates and models a session is carried out with, in YAML. */
  strategy: z.optional(givenFile),
  /** `provider:model`, an agent or an alias; the one that is used where it runs unless given. */
  model: z.optional(z.string()),
  parameters: z._default(givenParameters, {}),
});

export type GivenVariant = z.output<typeof givenVariant>;

/** What a variant is in the experiment, besides what it says itself. */
export interface VariantPlace {
  readonly unit: ExperimentUnit;
  readonly weight: number;
  readonly isControl: boolean;
}

/**
 * The variant with what its labels mean now.
 *
 * @throws ExperimentDefinitionError when it is none for what the experiment is about
 * @throws NotFoundError, AmbiguousReferenceError for a prompt or version that is not there
 */
export async function settledVariant(
  deps: Deps,
  given: GivenVariant,
  { unit, weight, isControl }: VariantPlace,
): Promise<ExperimentVariant> {
  const common = {
    name: parseShortName('a variant', given.name),
    ...{ weight, isControl },
    model: given.model ?? null,
    parameters: mergedParameters({}, given.parameters, []),
    batch: null,
  };
  if (unit !== 'row') {
    const strategy = await settledStrategy(deps, given);
    return requireModels({ ...common, prompt: null, strategy });
  }
  return { ...common, prompt: await promptOf(deps, given), strategy: null };
}

/** @throws ExperimentDefinitionError for a command as a model: it would be run wherever a session begins */
function requireModels(variant: StrategyVariant): StrategyVariant {
  const command = modelsOf(variant).find((name) => isCommand(readModelName(name)));
  if (command === undefined) return variant;
  throw new ExperimentDefinitionError(
    `The variant "${variant.name}" would have the command ${command} run.`,
    {
      hint: "An experiment runs no commands on other people's machines: name a model or an agent.",
    },
  );
}

async function promptOf(
  deps: Deps,
  { name, prompt: reference, strategy }: GivenVariant,
): Promise<SettledPrompt> {
  if (strategy !== undefined || reference === undefined) {
    throw new ExperimentDefinitionError(`The variant "${name}" names no prompt to put rows of data into.`, {
      hint: `For instance --variant ${name}=review@3. Strategies are for sessions: --unit session.`,
    });
  }
  const { prompt, version } = await findVersion(reading(deps), reference);
  return { version: version.id, reference: `${prompt.name}@${version.number}` };
}
