import { shellWord } from '../../base/text/shell-word.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import { draftStubs } from '../../operations/workflow/run/draft-stubs.js';
import { dryRunWorkflow } from '../../operations/workflow/run/dry-run-workflow.js';
import type { WorkflowDryRunOutput } from '../../operations/workflow/run/run-outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { writeOutput } from '../input/output-file.js';
import { readNamed } from '../input/read-named.js';
import { renderKeyValues } from '../render/key-values.js';
import { nextLine } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

type GivenRun = Omit<Parameters<typeof dryRunWorkflow>[1], 'stubs'>;

/** Tries a workflow with the stubs in a file. */
export async function dryRun(
  context: CommandContext,
  given: GivenRun,
  file: string | undefined,
): Promise<number> {
  const stubs = file === undefined ? undefined : await readNamed(context, 'the stubs', file);
  const deps = await context.open();
  const output = await context.interruptible((signal) =>
    dryRunWorkflow({ ...deps, follow: { signal } }, { ...given, stubs }),
  );
  context.print(output, (stream) => page(output, stream));
  return exitCode.done;
}

/** Writes stubs to begin with to a file. */
export async function writeStubs(
  context: CommandContext,
  workflow: GivenRun['workflow'],
  file: string,
): Promise<number> {
  const output = await draftStubs(await context.open(), { workflow });
  const path = await writeOutput(context.cwd, file, output.text, { overwrite: context.common.yes });
  context.print(output, (stream) => {
    const count = Object.keys(output.stubs).length;
    const next = `prompt-runner workflow run ${shellWord(output.workflow)} --dry-run --stubs ${shellWord(file)}`;
    return `${count} ${count === 1 ? 'stub is' : 'stubs are'} in ${path}\n${nextLine(next, stream)}`;
  });
  return exitCode.done;
}

function page({ workflow, steps, outputs }: WorkflowDryRunOutput, stream: OutputStream): string {
  const { dim, green } = styleFor(stream);
  const table = renderTable(
    steps,
    [
      { header: 'Step', cell: ({ path }) => path, flexible: true, minWidth: 18 },
      { header: 'Does', cell: ({ kind }) => kind, paint: dim },
      { header: 'Status', cell: ({ status }) => status },
      { header: 'Result', cell: ({ result }) => inOneLine(result), flexible: true, minWidth: 20, paint: dim },
    ],
    stream,
  );
  const values = Object.entries(outputs ?? {}).map(([label, value]) => ({
    label: forTerminalLine(label),
    value: inOneLine(value),
  }));
  const said = green(`${workflow} goes through with these stubs.`);
  return `${table}\n${renderKeyValues(values, stream)}${said}\n`;
}

function inOneLine(value: unknown): string {
  return forTerminalLine(typeof value === 'string' ? value : JSON.stringify(value));
}
