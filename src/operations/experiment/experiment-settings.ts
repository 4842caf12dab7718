import * as z from 'zod/mini';
import { type AnalysisPlan, familyRules, usualPlan } from '../../engine/experiment/analysis/analysis-plan.js';
import type { ExperimentCheck } from '../../engine/experiment/checks/experiment-check.js';
import type { Experiment } from '../../engine/experiment/experiment.js';
import type { OnlineTerms } from '../../engine/experiment/online/online-terms.js';
import type { JsonValue } from '../../formats/json-value.js';

const json: z.ZodMiniType<JsonValue> = z.json();
const wanted = z.nullable(z.string());

const textRules = [
  z.object({ kind: z.literal('equals'), wanted }),
  z.object({ kind: z.literal('contains'), wanted }),
  z.object({ kind: z.literal('regex'), pattern: z.string() }),
  z.object({ kind: z.literal('similarity'), wanted }),
  z.object({ kind: z.literal('json-schema'), schema: z.record(z.string(), json) }),
] as const;

/** A check of a text as it is kept. */
export const keptCheck = z.object({ name: z.string(), rule: z.discriminatedUnion('kind', textRules) });

const checkRule = z.discriminatedUnion('kind', [
  ...textRules,
  z.object({ kind: z.literal('cost'), most: z.number() }),
  z.object({ kind: z.literal('latency'), most: z.number() }),
  z.object({ kind: z.literal('command'), command: z.array(z.string()) }),
  z.object({ kind: z.literal('judge'), criterion: z.string(), model: wanted, agree: wanted }),
]);

const looks = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once') }),
  z.object({ kind: z.literal('sequential') }),
  z.object({ kind: z.literal('planned'), times: z.number() }),
]);

const onlineTerms = z.object({
  holdOut: z.nullable(z.object({ name: z.string(), share: z.number() })),
  namespace: z.nullable(z.object({ name: z.string(), from: z.number(), to: z.number() })),
  windowDays: z.number(),
});

/** How an experiment was asked for besides its variants and metrics, as it is kept. */
const experimentSettings = z.object({
  checks: z.array(z.object({ name: z.string(), rule: checkRule })),
  /** The column of the data that says what is expected of an answer; null when none does. */
  expect: z.nullable(z.string()),
  /** How it is judged. */
  plan: z._default(z.object({ looks, family: z.enum(familyRules) }), usualPlan),
  /** How units get their variants; null for rows of data. What was made before there was anything else is for those. */
  online: z._default(z.nullable(onlineTerms), null),
});

export interface ExperimentSettings {
  readonly checks: readonly ExperimentCheck[];
  readonly expect: string | null;
  readonly plan: AnalysisPlan;
  readonly online: OnlineTerms | null;
}

export function settingsOfExperiment({ settings }: Pick<Experiment, 'settings'>): ExperimentSettings {
  return z.parse(experimentSettings, settings);
}
