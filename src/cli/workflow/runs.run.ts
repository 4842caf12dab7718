import { listWorkflowRuns } from '../../operations/workflow/run/list-workflow-runs.js';
import type { WorkflowRunListOutput } from '../../operations/workflow/run/run-outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { printList } from '../print-list.js';
import { morePages } from '../render/more-pages.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { runStatusColour } from './run-status-colour.js';
import type { runs } from './runs.js';

export async function run(
  context: CommandContext,
  { arguments: { workflow }, options: { status, limit, cursor } }: InputOf<typeof runs>,
): Promise<number> {
  const deps = await context.openDatabase();
  const { project } = context.common;
  const output = await listWorkflowRuns(deps, { workflow, status, project, limit, cursor });
  const isNarrowed = workflow !== undefined || status !== undefined;
  printList(context, deps, output, {
    rows: output.runs,
    page: (now, stream) => page(output, now, stream),
    ...(isNarrowed
      ? { nothing: 'No run is like this.', next: 'prompt-runner workflow runs' }
      : { nothing: 'No workflow was run yet.', next: 'prompt-runner workflow list' }),
  });
  return exitCode.done;
}

function page(output: WorkflowRunListOutput, now: Date, stream: OutputStream): string {
  const style = styleFor(stream);
  const table = renderTable(
    output.runs,
    [
      { header: 'Run', cell: ({ id }) => id },
      {
        header: 'Workflow',
        cell: ({ workflow: { name, version } }) => `${name}@${version}`,
        flexible: true,
        minWidth: 14,
      },
      {
        header: 'Status',
        cell: ({ status }) => status,
        paint: (text, { status }) => runStatusColour(style, status)(text),
      },
      { header: 'When', cell: ({ createdAt }) => relativeTime(createdAt, now), paint: style.dim },
      {
        header: 'Remark',
        cell: ({ problem }) => problem?.message ?? '',
        flexible: true,
        minWidth: 12,
        paint: style.dim,
      },
    ],
    stream,
  );
  return table + morePages(output.runs.length, output, 'runs', output.cursor);
}
