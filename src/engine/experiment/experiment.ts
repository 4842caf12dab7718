import type { BatchId, ExperimentId, ProjectId } from '../../base/ids.js';
import type { ModelParameters } from '../../models/spec/model-request.js';
import type { SettledPrompt, Strategy } from './strategy.js';

/**
 * Where an experiment stands.
 * - `draft`: nothing was asked for it yet
 * - `running`: its variants are being tried
 * - `paused`: nothing is tried until somebody goes on with it
 * - `stopped`: nothing more is tried; what was measured stands
 * - `archived`: it is done with, and its name is free again
 */
export const experimentStatuses = ['draft', 'running', 'paused', 'stopped', 'archived'] as const;
export type ExperimentStatus = (typeof experimentStatuses)[number];

/**
 * What gets a variant: a row of data gets all of them, one after the other; a session or a user gets one, and keeps it.
 */
export const experimentUnits = ['row', 'session', 'user'] as const;
export type ExperimentUnit = (typeof experimentUnits)[number];

/** A comparison of prompts and models, by what is measured of them. */
export interface Experiment {
  readonly id: ExperimentId;
  /** Null for one that is there for all. */
  readonly project: ProjectId | null;
  /** Unique in its project, or among the global ones, as long as it is not archived. */
  readonly name: string;
  readonly status: ExperimentStatus;
  /** What it is to find out, in its author's words. */
  readonly hypothesis: string | null;
  readonly unit: ExperimentUnit;
  /** What the units are shared out by. */
  readonly seed: string;
  /** Two or more, exactly one of them the control. */
  readonly variants: readonly ExperimentVariant[];
  /** One or more, exactly one of them primary. */
  readonly metrics: readonly ExperimentMetric[];
  /** How it was asked for besides, as JSON can express it: the affair of who asks. */
  readonly settings: object;
  /** What was decided in the end; null until something was. */
  readonly conclusion: Conclusion | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly startedAt: Date | null;
  readonly stoppedAt: Date | null;
  readonly archivedAt: Date | null;
}

/** That a variant was promoted, and why. */
export interface Conclusion {
  /** What the variant is called. */
  readonly variant: string;
  /** The label that points to its prompts since. */
  readonly label: string;
  /** What the experiment had found, a sentence. */
  readonly why: string;
  readonly actor: string;
  readonly at: Date;
}

/** One of what is compared. */
export type ExperimentVariant = PromptVariant | StrategyVariant;

interface CommonVariant {
  readonly name: string;
  /** Its part of the units, in proportion to those of the others. */
  readonly weight: number;
  /** Whether the others are compared with it. */
  readonly isControl: boolean;
  /** Null for the one that is used where it runs. */
  readonly model: string | null;
  readonly parameters: ModelParameters;
  /** The batch that asks it for rows of data; null when there is none. */
  readonly batch: BatchId | null;
}

/** A prompt that rows of data are put into. Its version was settled when the experiment was made. */
export interface PromptVariant extends CommonVariant {
  readonly prompt: SettledPrompt;
  readonly strategy: null;
}

/** What sessions are carried out with. Its model is that of all phases that the strategy names none for. */
export interface StrategyVariant extends CommonVariant {
  readonly prompt: null;
  readonly strategy: Strategy;
}

/**
 * The variants of an experiment over rows of data.
 * @throws when it is over something else: that is a fault of the program
 */
export function promptVariants({
  name,
  variants,
}: Pick<Experiment, 'name' | 'variants'>): readonly PromptVariant[] {
  return variants.map((variant) => {
    if (variant.prompt === null) throw new Error(`the variant ${variant.name} of ${name} is a strategy`);
    return variant;
  });
}

/** `proportion`: yes or no of each unit; `mean`: a figure of each unit; `ratio`: the sum of one through that of another. */
export const metricKinds = ['proportion', 'mean', 'ratio'] as const;
export type MetricKind = (typeof metricKinds)[number];

/** What variants are compared by. */
export interface ExperimentMetric {
  /** `success`, `cost`, `latency`, or `score:` and what is scored; of sessions `completed`, `rating` and others. */
  readonly name: string;
  readonly kind: MetricKind;
  readonly better: 'higher' | 'lower';
  /** The smallest difference that matters, in the unit of the metric; 0: every one does. */
  readonly matters: number;
  /** Whether the answer goes by it. */
  readonly isPrimary: boolean;
}
