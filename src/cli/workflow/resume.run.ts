import { resumeWorkflowRun } from '../../operations/workflow/run/resume-workflow-run.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { parseAmount } from '../parse-amount.js';
import { givenWorkers } from '../worker/worker-options.js';
import { givenInputs } from './input-options.js';
import type { resume } from './resume.js';
import { takeRunFurther } from './take-run-further.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof resume>,
): Promise<number> {
  const { model, again } = options;
  const inputs = await givenInputs(context, options.set, options.inputs);
  const maxCost = parseAmount('--max-cost', options['max-cost']);
  const taking = { allowCommands: options['allow-commands'], ...givenWorkers(options) };
  return takeRunFurther(context, taking, (deps, allowed) =>
    resumeWorkflowRun(deps, { run: given.run, ...inputs, again, model, maxCost, ...allowed }),
  );
}
