import * as z from 'zod/mini';
import { phases } from '../../../engine/session/phase.js';
import type { SessionRunSettings } from '../../../engine/session/run/run-settings.js';
import { readModelName } from '../../../models/spec/model-name.js';
import type { Json } from '../../../models/spec/model-request.js';
import { givenParameters } from '../../execution/run-input.js';
import { mergedParameters } from '../../execution/run-parameters.js';

const json = z.custom<Json>((value) => z.safeParse(z.json(), value).success);

export const phaseName = z.enum(phases);

/** The settings of a run as the record keeps them, so that it goes on in the same way. */
const keptSettings = z.object({
  /** Null for a later phase that nobody was named for. */
  models: z.object({
    planning: z.string(),
    analysis: z.nullable(z.string()),
    implementation: z.nullable(z.string()),
  }),
  /** How they shall answer; runs from before there was a choice left it to the provider. */
  parameters: z._default(z.record(z.string(), json), {}),
  until: phaseName,
  approve: z.enum(['each', 'none']),
  parts: z.boolean(),
  /** The test command: a program and its arguments. */
  verify: z.nullable(z.array(z.string())),
  worktree: z.boolean(),
  /** What the session may cost, in US dollars; null for what the settings say. */
  max_cost: z.nullable(z.number()),
});

/** How a run goes, in full. */
export type RunSettings = z.output<typeof keptSettings>;

/** How a run goes while one command is at it. */
export interface CommandSettings extends RunSettings {
  /** Whether it was agreed to work among uncommitted changes: for this once, so that it is not kept. */
  readonly dirty: boolean;
}

/** @throws when the record holds something else: another program wrote it */
export function readRunSettings(kept: Json): RunSettings {
  return z.parse(keptSettings, kept);
}

/** The part of them that the engine goes by. */
export function engineSettings(
  { models, parameters, until, approve, parts }: RunSettings,
  ceilings: SessionRunSettings['ceilings'],
): SessionRunSettings {
  return {
    models: {
      planning: readModelName(models.planning),
      // Nobody is asked who was not named: the run ends before that phase.
      analysis: readModelName(models.analysis ?? models.planning),
      implementation: readModelName(models.implementation ?? models.planning),
    },
    parameters: mergedParameters({}, z.parse(givenParameters, parameters), []),
    until,
    approve,
    parts,
    ceilings,
  };
}
