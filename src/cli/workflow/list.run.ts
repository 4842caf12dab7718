import { listWorkflows } from '../../operations/workflow/list-workflows.js';
import type { WorkflowListOutput } from '../../operations/workflow/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { printList } from '../print-list.js';
import { givenRange } from '../prompt/given-options.js';
import { morePages } from '../render/more-pages.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import type { list } from './list.js';

export async function run(context: CommandContext, { options }: InputOf<typeof list>): Promise<number> {
  const deps = await context.open();
  const { limit, cursor } = options;
  const output = await listWorkflows(deps, { range: givenRange(options), limit, cursor });
  printList(context, deps, output, {
    rows: output.workflows,
    page: (now, stream) => page(output, now, stream),
    nothing: 'No workflows yet.',
    next: 'prompt-runner workflow create FILE',
  });
  return exitCode.done;
}

function page(output: WorkflowListOutput, now: Date, stream: OutputStream): string {
  const { workflows, cursor } = output;
  const { dim } = styleFor(stream);
  const table = renderTable(
    workflows,
    [
      { header: 'Workflow', cell: ({ name }) => name, flexible: true, minWidth: 16 },
      { header: 'Version', align: 'right', cell: ({ latest }) => String(latest) },
      {
        header: 'Project',
        cell: ({ project }) => project?.name ?? '',
        flexible: true,
        minWidth: 8,
        paint: dim,
      },
      { header: 'Changed', cell: ({ updatedAt }) => relativeTime(updatedAt, now), paint: dim },
      {
        header: 'What it is for',
        cell: ({ description }) => description ?? '',
        flexible: true,
        minWidth: 14,
      },
    ],
    stream,
  );
  return table + morePages(workflows.length, output, 'workflows', cursor);
}
