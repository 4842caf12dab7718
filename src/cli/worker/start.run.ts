import { keepHeapLean } from '../../base/process/lean-heap.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { WorkerStartOutput } from '../../operations/worker/outputs.js';
import { startWorker } from '../../operations/worker/start-worker.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';
import type { start } from './start.js';

export async function run(context: CommandContext, { options }: InputOf<typeof start>): Promise<number> {
  const deps = await context.openDatabase();
  keepHeapLean();
  const { concurrency, once } = options;
  const given = { concurrency, once, allowCommands: options['allow-commands'] };
  const output = await context.interruptible((drain) => {
    drain.addEventListener('abort', () => context.note(ENDING), { once: true });
    const worker = {
      drain,
      onBegin: ({ id, host }: WorkerStartOutput['worker']) =>
        context.note(`${forTerminalLine(`Worker ${id} on ${host} takes what comes. Ctrl-C ends it.`)}\n`),
      onNote: (message: string) => context.warn(message),
      onLog: (message: string) => {
        if (context.common.verbose) context.note(`${forTerminalLine(message)}\n`);
      },
    };
    return startWorker({ ...deps, worker }, given);
  });
  context.print(output, (stream) => page(output, stream));
  return exitCode.done;
}

const ENDING = 'Nothing more is begun; what is on its way is waited for. Ctrl-C once more ends at once.\n';

function page({ worker, parts, runs, next }: WorkerStartOutput, stream: OutputStream): string {
  const did = `${counted(parts, 'part of a batch', 'parts of batches')} and ${counted(runs, 'run', 'runs')}`;
  return sentence(`Worker ${worker.id} has ended; it did ${did}.`, stream) + nextLine(next, stream);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
