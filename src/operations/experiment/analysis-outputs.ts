/** The shapes of what an experiment found out. */
import * as z from 'zod/mini';
import { analysisPlanView, experimentMetricView, experimentView } from './outputs.js';

const text = z.string();
const count = z.number();
const nullable = z.nullable;

/** What the data say of a variant, by a metric. */
export const verdictView = z.object({
  is: z.enum(['better', 'worse', 'no-difference-that-matters', 'not-enough-data']),
  /** Whether it differs surely by as much as matters, or only perhaps; null where it is neither better nor worse. */
  matters: nullable(z.enum(['surely', 'perhaps'])),
  /** How many rows would decide it if the estimate stays where it is; null where that cannot be said, or it is decided. */
  rowsNeeded: nullable(count),
});

/** What is to be believed of a difference, by Bayes' rule, after a prior that knows nothing. */
export const posteriorView = z.object({
  estimate: count,
  /** Where the difference is with a chance of 95 %. */
  from: count,
  to: count,
  /** That the variant is the better one. */
  chanceToWin: count,
  /** What is lost on average by taking the variant, or keeping to the control, in the unit of the metric. */
  expectedLoss: z.object({ control: count, variant: count }),
});

/** How a variant compares with the control. */
export const experimentComparisonView = z.object({
  variant: text,
  /** How much more it has than the control; null when there is too little to tell. */
  estimate: nullable(count),
  /** Where the true difference is; an end is null where nothing limits it. */
  from: nullable(count),
  to: nullable(count),
  /** How sure the interval is; the more is compared, the higher. */
  confidence: count,
  pValue: nullable(count),
  /** How it was calculated; null when it was not. */
  method: nullable(text),
  /** How many rows it rests on. */
  rows: count,
  /** The difference as a part of what the control has: 0.1 is ten per cent more; null unless asked for. */
  relative: nullable(
    z.object({ estimate: nullable(count), from: nullable(count), to: nullable(count), method: text }),
  ),
  /** What is to be believed of the difference; null unless asked for, and where nothing varied. */
  posterior: nullable(posteriorView),
  verdict: verdictView,
  /** The same as a sentence. */
  says: text,
});

/** How far a judge is to be believed. */
export const judgeView = z.object({
  check: text,
  criterion: text,
  /** Null for the usual one. */
  model: nullable(text),
  /** How many pairs of answers it was asked about in both orders. */
  pairs: count,
  /** The part of them of which it said the same in both orders; null when there are none. */
  withItself: nullable(count),
  /** Of the judgements that preferred one, the part that preferred the first; null when none did. */
  prefersFirst: nullable(count),
  /** How far it agrees with what people say in a column of the data; null when none does. */
  people: nullable(
    z.object({
      column: text,
      pairs: count,
      agreement: nullable(count),
      /** Cohen's: 1 is always, 0 as often as by chance. */
      kappa: nullable(count),
    }),
  ),
  /** How often it was asked, and what that cost in US dollars. */
  calls: count,
  cost: count,
});

export const experimentAnalysisOutput = z.object({
  experiment: experimentView,
  /** How it is judged here. */
  plan: analysisPlanView,
  /** Whether that is what was said when it was made. */
  asPlanned: z.boolean(),
  /** Of planned looks, the number of the one that is due, from 1, and up to which row it goes; 0 before the first. */
  look: nullable(z.object({ number: count, rows: count })),
  /** What to be aware of. */
  notes: z.array(text),
  /** What follows for each variant from the metric that decides. */
  answer: z.array(text),
  metrics: z.array(
    z.object({
      metric: experimentMetricView,
      figures: z.array(z.object({ variant: text, rows: count, mean: nullable(count) })),
      comparisons: z.array(experimentComparisonView),
    }),
  ),
  /** What each variant cost per answered row, in US dollars; null when none is answered. */
  costs: z.array(z.object({ variant: text, perRow: nullable(count) })),
  /** The models that judge, one for each check by a judge that is measured. */
  judges: z.array(judgeView),
  next: text,
});

/** What an experiment found out, as a file. */
export const experimentReportOutput = z.object({
  experiment: experimentView,
  format: z.enum(['html', 'svg']),
  /** All of the file. */
  content: text,
  next: text,
});

/** What promoting a variant brought forth. */
export const experimentPromoteOutput = z.object({
  experiment: experimentView,
  variant: text,
  label: text,
  /** The prompts whose labels point to the variant's versions since: one, and those of a strategy. */
  moved: z.array(
    z.object({
      /** With the number of the version. */
      prompt: text,
      /** The number of the version that it pointed to before; null when there was none. */
      from: nullable(count),
      to: nullable(count),
      /** False when it pointed there already. */
      changed: z.boolean(),
    }),
  ),
  /** What of the variant no label can bring: models, and templates that come with the program. */
  left: z.array(text),
  /** What the experiment had found. */
  why: text,
  next: text,
});

export type ExperimentPromoteOutput = z.infer<typeof experimentPromoteOutput>;
export type ExperimentReportOutput = z.infer<typeof experimentReportOutput>;
export type JudgeView = z.infer<typeof judgeView>;
export type VerdictView = z.infer<typeof verdictView>;
export type ExperimentComparisonView = z.infer<typeof experimentComparisonView>;
export type ExperimentAnalysisOutput = z.infer<typeof experimentAnalysisOutput>;
