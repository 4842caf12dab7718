import { drainWorkers } from '../../operations/worker/drain-workers.js';
import type { WorkerDrainOutput } from '../../operations/worker/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';
import { UsageError } from '../usage-error.js';
import type { drain } from './drain.js';
import { workerTable } from './list.run.js';

export async function run(
  context: CommandContext,
  { arguments: { worker }, options: { all } }: InputOf<typeof drain>,
): Promise<number> {
  if (all === (worker !== undefined)) {
    throw new UsageError('Which workers are to end was not said, or twice.', {
      hint: 'Name one, or say --all.',
      next: 'prompt-runner worker list',
    });
  }
  const output = await drainWorkers(await context.openDatabase(), { worker });
  context.print(output, (stream) => page(output, context.now, stream));
  return exitCode.done;
}

function page({ workers, next }: WorkerDrainOutput, now: Date, stream: OutputStream): string {
  if (workers.length === 0)
    return sentence('No worker runs that could be ended.', stream) + nextLine(next, stream);
  return workerTable(workers, now, stream) + nextLine(next, stream);
}
