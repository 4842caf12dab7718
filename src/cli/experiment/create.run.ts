import { createExperiment } from '../../operations/experiment/create-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { create } from './create.js';
import { givenExperimentCheck } from './given-experiment-check.js';
import { givenMetrics } from './given-metrics.js';
import { givenVariant } from './given-variant.js';

export async function run(
  context: CommandContext,
  { arguments: { name }, options }: InputOf<typeof create>,
): Promise<number> {
  const { control, expect, hypothesis, global, looks, plan: times, family } = options;
  const output = await createExperiment(await context.openDatabase(), {
    ...{ name, control, expect, hypothesis, global },
    variants: options.variant.map(givenVariant),
    plan: { looks, times, family },
    metrics: givenMetrics(options.metric, options.matters),
    checks: await Promise.all(options.check.map((typed) => givenExperimentCheck(context, typed, options))),
  });
  context.print(output, (stream) => {
    const { experiment, next } = output;
    const where = experiment.project === null ? 'for all projects' : `in project ${experiment.project.name}`;
    const what = experiment.variants.map((variant) => `${variant.name} is ${variant.prompt}`).join(', ');
    return `${sentence(`Experiment ${experiment.name} is made, ${where}: ${what}.`, stream)}${nextLine(next, stream)}`;
  });
  return exitCode.done;
}
