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

/** How many units a variant has. */
export const variantCountsView = z.object({
  variant: text,
  /** Sessions or users that it was given to by chance. */
  units: count,
  /** Sessions under it; of a user there may be many. */
  sessions: count,
  /** Sessions that count already: they came to an end, or were given up. */
  counted: count,
  /** Sessions that are still open: it is not known what becomes of them. */
  open: count,
  /** Sessions that somebody chose it for: they are not counted. */
  chosen: count,
  /** What keeps sessions from being carried out with it; null when nothing does. */
  fault: nullable(text),
});

/** How an experiment over sessions or users stands. */
export const onlineStandingView = z.object({
  variants: z.array(variantCountsView),
  /** Units that the hold-out leaves out. */
  heldOut: count,
  /** Whether the units are shared out as they were meant to be. */
  sampleRatio: z.object({
    pValue: count,
    /** Something is broken, and nothing that the data say can be trusted. */
    mismatch: z.boolean(),
  }),
});

/** How an experiment stands. */
export const experimentStandingOutput = z.object({
  experiment: experimentView,
  /** The batches of the variants, in their order; none before it was run. */
  batches: z.array(batchView),
  /** Who takes part; null for rows of data. */
  online: nullable(onlineStandingView),
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
/** What was recorded of a session or user. */
export const experimentRecordOutput = z.object({
  experiment: experimentView,
  /** The id of the session, or what the user is called. */
  unit: text,
  metric: text,
  value: count,
  /** What was recorded of it before; null when nothing was. */
  before: nullable(count),
  changed: z.boolean(),
  next: text,
});

/** How much data it takes to find a difference. */
export const planSizeView = z.object({
  /** In the unit of the metric. */
  difference: count,
  /** Rows, which all variants are asked for, or sessions or users of all variants; null where no number is enough. */
  units: nullable(count),
  /** How long they take to come; null for rows, and where that cannot be said. */
  days: nullable(count),
});

/** How much data an experiment takes, and how long that is. */
export const experimentPlanOutput = z.object({
  experiment: experimentView,
  /** The metric that decides. */
  metric: text,
  /** What the metric is so far. */
  baseline: count,
  /** The standard deviation of one unit. */
  deviation: count,
  /** Where that comes from: said, seen, or the worst case. */
  baselineIs: z.enum(['given', 'known', 'assumed']),
  /** The smallest difference that matters. */
  matters: count,
  /** The chance to find it if it is there. */
  power: count,
  /** How sure a single comparison has to be. */
  confidence: count,
  looks: count,
  /** Of a row's figures under two variants; null for sessions and users. */
  correlation: nullable(count),
  /** How often a row is asked; null for sessions and users. */
  repeat: nullable(count),
  /** What began lately; null for rows. */
  pace: nullable(z.object({ days: count, sessions: count, users: count })),
  /** After so many days the last ones count; null for rows. */
  windowDays: nullable(count),
  /** For half of what matters, for that, and for twice as much. */
  sizes: z.array(planSizeView),
  /** The same as sentences. */
  says: z.array(text),
  next: text,
});

export type ExperimentRecordOutput = z.infer<typeof experimentRecordOutput>;
export type ExperimentPlanOutput = z.infer<typeof experimentPlanOutput>;
export type PlanSizeView = z.infer<typeof planSizeView>;
export type OnlineStandingView = z.infer<typeof onlineStandingView>;
export type VariantCountsView = z.infer<typeof variantCountsView>;
export type ExperimentView = z.infer<typeof experimentView>;
export type ExperimentVariantView = z.infer<typeof experimentVariantView>;
export type ExperimentCheckView = z.infer<typeof experimentCheckView>;
export type ExperimentChangeOutput = z.infer<typeof experimentChangeOutput>;
export type ExperimentListOutput = z.infer<typeof experimentListOutput>;
export type ExperimentShowOutput = z.infer<typeof experimentShowOutput>;
