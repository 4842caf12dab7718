import { groupThousands } from '../../base/text/group-thousands.js';
import { listExecutions } from '../../operations/execution/list-executions.js';
import type { ExecutionListOutput } from '../../operations/execution/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { printList } from '../print-list.js';
import { morePages } from '../render/more-pages.js';
import { sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';
import { executionTable } from './execution-table.js';
import { givenFilter, isNarrowed } from './given-filter.js';
import type { list } from './list.js';

export async function run(context: CommandContext, { options }: InputOf<typeof list>): Promise<number> {
  const filter = givenFilter(context, options);
  const deps = await context.openDatabase();
  const { limit, cursor } = options;
  const output = await listExecutions(deps, { ...filter, limit, cursor });
  printList(context, deps, output, {
    rows: output.executions,
    page: (now, stream) => page(output, now, stream),
    ...(isNarrowed(filter)
      ? { nothing: 'No execution is like this.', next: 'prompt-runner execution list' }
      : { nothing: 'Nothing was asked yet.', next: 'prompt-runner run "Say hello." --model fake' }),
  });
  return exitCode.done;
}

function page(output: ExecutionListOutput, now: Date, stream: OutputStream): string {
  const { executions, cursor } = output;
  const more = morePages(executions.length, output, 'executions', cursor);
  return executionTable(executions, now, stream) + runningNote(executions, stream) + more;
}

function runningNote(executions: ExecutionListOutput['executions'], stream: OutputStream): string {
  const running = executions.filter(({ status }) => status === 'running').length;
  if (running === 0) return '';
  const who = running === 1 ? 'One is' : `${groupThousands(running)} are`;
  return sentence(
    `${who} said to be running. If the process is gone, nobody knows how it ended: the provider may have answered, and charged for it.`,
    stream,
  );
}
