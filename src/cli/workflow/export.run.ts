import { extname } from 'node:path';
import { snakeCaseKeys } from '../../base/text/snake-case.js';
import type { Deps } from '../../operations/deps.js';
import { NotFoundError } from '../../operations/errors.js';
import { exportWorkflow } from '../../operations/workflow/export-workflow.js';
import { exportWorkflowRun } from '../../operations/workflow/run/export-workflow-run.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { checkOutput, writeOutput } from '../input/output-file.js';
import type { exportCommand } from './export.js';

type Input = InputOf<typeof exportCommand>;
type Format = NonNullable<Input['options']['format']>;

/** What is written, and the text of it in the format that was wanted. */
interface Exported {
  readonly document: unknown;
  readonly text: string;
}

export async function run(
  context: CommandContext,
  { arguments: { name }, options: { format, output: file } }: Input,
): Promise<number> {
  const overwrite = context.common.yes;
  if (file !== undefined) await checkOutput(context.cwd, file, { overwrite });
  const { document, text } = await exported(await context.openDatabase(), name, format ?? formatOf(file));
  if (file === undefined || context.common.json) context.print(document, () => text);
  if (file !== undefined) context.note(`${await writeOutput(context.cwd, file, text, { overwrite })}\n`);
  return exitCode.done;
}

/** By the format, and where that is not said, by which of the two is there. */
async function exported(deps: Deps, name: string, format: Format | undefined): Promise<Exported> {
  if (format === 'yaml') return workflowText(deps, name);
  if (format !== undefined) return runDocument(deps, name, format);
  try {
    return await runDocument(deps, name, 'json');
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return workflowText(deps, name);
  }
}

async function workflowText(deps: Deps, name: string): Promise<Exported> {
  const document = await exportWorkflow(deps, { workflow: name });
  return { document, text: document.source };
}

async function runDocument(deps: Deps, run: string, format: 'json' | 'markdown'): Promise<Exported> {
  const document = await exportWorkflowRun(deps, { run });
  const text =
    format === 'markdown' ? document.markdown : `${JSON.stringify(snakeCaseKeys(document), null, 2)}\n`;
  return { document, text };
}

function formatOf(file: string | undefined): Format | undefined {
  const endings: Readonly<Record<string, Format>> = {
    '.md': 'markdown',
    '.markdown': 'markdown',
    '.json': 'json',
    '.yaml': 'yaml',
    '.yml': 'yaml',
  };
  return file === undefined ? undefined : endings[extname(file).toLowerCase()];
}
