import { runWorkflow } from '../../operations/workflow/run/run-workflow.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { parseAmount } from '../parse-amount.js';
import { UsageError } from '../usage-error.js';
import { givenWorkers } from '../worker/worker-options.js';
import { dryRun, writeStubs } from './dry-run.js';
import { givenInputs } from './input-options.js';
import type { run as spec } from './run.js';
import { takeRunFurther } from './take-run-further.js';
import { givenWorkflow } from './workflow-argument.js';

type Input = InputOf<typeof spec>;

export async function run(context: CommandContext, { arguments: given, options }: Input): Promise<number> {
  requireOneWish(options);
  const workflow = await givenWorkflow(context, given.workflow);
  if (options['stubs-init'] !== undefined) return writeStubs(context, workflow, options['stubs-init']);
  const inputs = await givenInputs(context, options.input, options.inputs);
  if (options['dry-run']) return dryRun(context, { workflow, ...inputs }, options.stubs);
  const maxCost = parseAmount('--max-cost', options['max-cost']);
  const { model } = options;
  const taking = { allowCommands: options['allow-commands'], ...givenWorkers(options) };
  return takeRunFurther(context, taking, (deps, allowed) =>
    runWorkflow(deps, { workflow, ...inputs, model, maxCost, ...allowed }),
  );
}

function requireOneWish({ 'dry-run': isDry, stubs, 'stubs-init': init }: Input['options']): void {
  if (stubs !== undefined && !isDry) {
    throw new UsageError('--stubs takes the place of models and commands, which only a dry run wants.', {
      hint: 'Add --dry-run.',
    });
  }
  if (init !== undefined && isDry) {
    throw new UsageError('--stubs-init writes a file and runs nothing, not even dry.', {
      hint: 'Write the stubs first, then try the workflow with --dry-run --stubs.',
    });
  }
}
