import { createExperiment } from '../../operations/experiment/create-experiment.js';
import { variantText } from '../../operations/experiment/variant-text.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { readNamed } from '../input/read-named.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { create } from './create.js';
import { givenExperimentCheck } from './given-experiment-check.js';
import { givenMetrics } from './given-metrics.js';
import { givenHoldOut, givenNamespace } from './given-share.js';
import { givenSplit } from './given-split.js';
import { givenVariant } from './given-variant.js';

export async function run(
  context: CommandContext,
  { arguments: { name }, options }: InputOf<typeof create>,
): Promise<number> {
  const { control, expect, hypothesis, global, unit = 'row', window, looks, plan: times, family } = options;
  const output = await createExperiment(await context.openDatabase(), {
    ...{ name, control, expect, hypothesis, global, unit },
    variants: await Promise.all(options.variant.map((typed) => variantOf(context, typed))),
    split: givenSplit(options.split),
    holdOut: givenHoldOut(options.holdout),
    namespace: givenNamespace(options.namespace),
    windowDays: window,
    plan: { looks, times, family },
    metrics: givenMetrics(options.metric, options.matters, unit === 'row' ? 'success' : 'completed'),
    checks: await Promise.all(options.check.map((typed) => givenExperimentCheck(context, typed, options))),
  });
  context.print(output, (stream) => {
    const { experiment, next } = output;
    const where = experiment.project === null ? 'for all projects' : `in project ${experiment.project.name}`;
    const what = experiment.variants
      .map((variant) => `${variant.name} is ${variantText(variant)}`)
      .join(', ');
    return `${sentence(`Experiment ${experiment.name} is made, ${where}: ${what}.`, stream)}${nextLine(next, stream)}`;
  });
  return exitCode.done;
}

async function variantOf(context: CommandContext, typed: string) {
  const { strategy: file, ...variant } = givenVariant(typed);
  if (file === undefined) return variant;
  return { ...variant, strategy: await readNamed(context, 'the strategy', file) };
}
