import { analyzeExperiment } from '../../operations/experiment/analyze-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderAnalysis } from './analysis-page.js';
import type { analyze } from './analyze.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof analyze>,
): Promise<number> {
  const output = await analyzeExperiment(await context.openDatabase(), given);
  context.print(output, (stream) => renderAnalysis(output, stream));
  return exitCode.done;
}
