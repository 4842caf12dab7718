/** The shapes that experiment operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { familyRules, lookKinds } from '../../engine/experiment/analysis/analysis-plan.js';
import { experimentCheckKinds } from '../../engine/experiment/checks/experiment-check.js';
import { experimentStatuses, experimentUnits, metricKinds } from '../../engine/experiment/experiment.js';
import { phases } from '../../engine/session/phase.js';
import type { JsonValue } from '../../formats/json-value.js';
import { orchestrationKinds } from '../../prompts/prompt-kind.js';
import { batchView } from '../batch/outputs.js';
import { totalShape } from '../paging/total-shape.js';

const text = z.string();
const count = z.number();
const time = z.date();
const nullable = z.nullable;
const json: z.ZodMiniType<JsonValue> = z.json();

/** One of what is compared. */
export const experimentVariantView = z.object({
  name: text,
  /** Whether the others are compared with it. */
  control: z.boolean(),
  /** Its part of the units, in proportion to those of the others. */
  weight: count,
  /** The prompt with the number of its version, settled when the experiment was made; null for a strategy. */
  prompt: nullable(text),
  /** What sessions are carried out with; null for a variant of one prompt. What it does not name stays as it is. */
  strategy: nullable(
    z.object({
      /** By the kind of prompt, with the numbers of their versions. */
      templates: z.partialRecord(z.enum(orchestrationKinds), text),
      models: z.partialRecord(z.enum(phases), text),
    }),
  ),
  /** Null for the one that is used where it runs. */
  model: nullable(text),
  /** What was said of how the model shall answer. */
  parameters: z.record(text, json),
  /** The batch that asks it; null when there is none yet. */
  batch: nullable(text),
});

/** What variants are compared by. */
export const experimentMetricView = z.object({
  name: text,
  kind: z.enum(metricKinds),
  better: z.enum(['higher', 'lower']),
  /** The smallest difference that matters, in the unit of the metric; 0: every one does. */
  matters: count,
  /** Whether the answer goes by it. */
  primary: z.boolean(),
});

/** An experiment, as lists show it. */
export const experimentView = z.object({
  id: text,
  project: nullable(z.object({ id: text, name: text })),
  name: text,
  status: z.enum(experimentStatuses),
  hypothesis: nullable(text),
  unit: z.enum(experimentUnits),
  variants: z.array(experimentVariantView),
  metrics: z.array(experimentMetricView),
  /** That a variant was promoted, and why; null until one was. */
  conclusion: nullable(z.object({ variant: text, label: text, why: text, actor: text, at: time })),
  createdBy: text,
  createdAt: time,
  updatedAt: time,
  /** When it was run first. */
  startedAt: nullable(time),
  stoppedAt: nullable(time),
  archivedAt: nullable(time),
});

/** How answers are judged. */
export const experimentCheckView = z.object({
  name: text,
  kind: z.enum(experimentCheckKinds),
  /** What answers are held against, or the program or the criterion; null for what the row expects, and for a schema. */
  wanted: nullable(text),
});

/** How an experiment is judged. */
export const analysisPlanView = z.object({
  /** When it is looked at what was measured. */
  looks: z.enum(lookKinds),
  /** How many looks are planned; null where none are. */
  times: nullable(count),
  /** What is done about many comparisons. */
  family: z.enum(familyRules),
});

/** How units get their variants. */
export const onlineTermsView = z.object({
  holdOut: nullable(z.object({ name: text, share: count })),
  namespace: nullable(z.object({ name: text, from: count, to: count })),
  /** Days after which a session that is still open counts as given up. */
  windowDays: count,
});

/** What making or changing an experiment brought forth. */
export const experimentChangeOutput = z.object({ experiment: experimentView, next: text });

export const experimentListOutput = z.object({
  experiments: z.array(experimentView),
  ...totalShape,
  /** Where the next page begins; null on the last. */
  cursor: nullable(text),
});

export const experimentShowOutput = z.object({
  experiment: experimentView,
  checks: z.array(experimentCheckView),
  /** The column of the data that says what is expected; null when none does. */
  expect: nullable(text),
  /** How it is judged. */
  plan: analysisPlanView,
  /** How units get their variants; null for rows of data, which get all of them. */
  online: nullable(onlineTermsView),
  next: text,
});

/** How an experiment stands. */
export const experimentStandingOutput = z.object({
  experiment: experimentView,
  /** The batches of the variants, in their order; none before it was run. */
  batches: z.array(batchView),
  next: text,
});

/** What became of running an experiment. */
export const experimentRunOutput = z.extend(experimentStandingOutput, {
  /** What to be aware of: variables that a prompt does not have, settings that it asks for in vain. */
  warnings: z.array(text),
});

export type AnalysisPlanView = z.infer<typeof analysisPlanView>;
export type ExperimentStandingOutput = z.infer<typeof experimentStandingOutput>;
export type ExperimentRunOutput = z.infer<typeof experimentRunOutput>;
export type ExperimentView = z.infer<typeof experimentView>;
export type ExperimentVariantView = z.infer<typeof experimentVariantView>;
export type ExperimentCheckView = z.infer<typeof experimentCheckView>;
export type ExperimentChangeOutput = z.infer<typeof experimentChangeOutput>;
export type ExperimentListOutput = z.infer<typeof experimentListOutput>;
export type ExperimentShowOutput = z.infer<typeof experimentShowOutput>;
