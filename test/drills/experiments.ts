import { coverages } from './experiments/coverage.js';
import { falseFindings } from './experiments/false-findings.js';
import { families } from './experiments/families.js';
import { peekings } from './experiments/peeking.js';
import { frequencyOf } from './experiments/simulation.js';
import { wholeAnalyses } from './experiments/whole-analyses.js';

export interface ExperimentsReport {
  /** How often each thing happened, in percent of experiments. */
  readonly frequencies: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** How many, and how strictly they are judged. */
export interface ExperimentsDrill {
  /** Of each kind. */
  readonly experiments: number;
  /** How far a frequency may be outside its limits, in percent: what chance alone does to few experiments. */
  readonly leeway: number;
}

/** Makes many experiments whose truth is known, and counts how often their analysis was wrong. */
export function experimentsDrill({ experiments, leeway }: ExperimentsDrill): ExperimentsReport {
  const frequencies: Record<string, number> = {};
  const faults: string[] = [];
  for (const simulation of [
    ...falseFindings(),
    ...peekings(),
    ...coverages(),
    ...families(),
    ...wholeAnalyses(),
  ]) {
    const frequency = frequencyOf(simulation, experiments);
    const { what, least, most } = simulation;
    frequencies[what] = Math.round(frequency * 100) / 100;
    if (frequency < least - leeway || frequency > most + leeway)
      faults.push(`${what}: ${frequency} %, not from ${least} to ${most} %`);
  }
  return { frequencies, faults };
}
