import { analyzeExperiment } from '../../operations/experiment/analyze-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderAnalysis } from './analysis-page.js';
import type { analyze } from './analyze.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof analyze>,
): Promise<number> {
  const { looks, plan: times, family, relative, bayes } = options;
  const output = await analyzeExperiment(await context.openDatabase(), {
    ...given,
    plan: { looks, times, family },
    ...{ relative, bayes },
  });
  context.print(output, (stream) => renderAnalysis(output, stream));
  return exitCode.done;
}
