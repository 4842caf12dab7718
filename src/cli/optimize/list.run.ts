import { listOptimizations } from '../../operations/optimize/list-optimizations.js';
import type { OptimizationListOutput, OptimizationView } from '../../operations/optimize/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { printList } from '../print-list.js';
import { morePages } from '../render/more-pages.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import type { list } from './list.js';
import { optimizationLook } from './optimization-look.js';

export async function run(
  context: CommandContext,
  { options: { limit, cursor, status } }: InputOf<typeof list>,
): Promise<number> {
  const deps = await context.openDatabase();
  const { project } = context.common;
  const output = await listOptimizations(deps, { project, status, limit, cursor });
  printList(context, deps, output, {
    rows: output.optimizations,
    page: (now, stream) => page(output, now, stream),
    nothing: 'There is no optimisation here.',
    next: 'prompt-runner optimize run --help',
  });
  return exitCode.done;
}

function page(output: OptimizationListOutput, now: Date, stream: OutputStream): string {
  const { optimizations, cursor } = output;
  const style = styleFor(stream);
  const table = renderTable(
    optimizations,
    [
      { header: 'Id', cell: ({ id }) => id, paint: style.dim },
      { header: 'Begun', cell: ({ createdAt }) => relativeTime(createdAt, now), paint: style.dim },
      { header: 'Prompt', cell: ({ prompt }) => prompt, flexible: true, minWidth: 10 },
      { header: 'Calls', align: 'right', cell: ({ spent }) => String(spent.calls) },
      {
        header: 'Status',
        cell: ({ status }) => status,
        paint: (text, optimization) => style[optimizationLook(optimization)](text),
      },
      { header: 'Found', cell: foundText, flexible: true, minWidth: 12 },
    ],
    stream,
  );
  return table + morePages(optimizations.length, output, 'optimisations', cursor);
}

function foundText({ result, applied, problem }: OptimizationView): string {
  if (result === null) return problem?.message ?? '';
  const found = result.finding.replaceAll('-', ' ');
  return applied === null ? found : `${found}, applied`;
}
