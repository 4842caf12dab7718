import type { Environment } from '../../base/environment.js';
import { graphWorkflow } from '../../operations/workflow/graph-workflow.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { graph } from './graph.js';
import { givenWorkflow } from './workflow-argument.js';

const NARROWEST = 20;

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof graph>,
): Promise<number> {
  const workflow = await givenWorkflow(context, given.workflow);
  const { stdout } = context.streams;
  const columns = stdout.isTerminal ? Math.max(NARROWEST, stdout.columns) : undefined;
  const ascii = options.ascii || !speaksUtf8(context.env);
  const output = await graphWorkflow(await context.open(), { workflow, columns, ascii });
  context.print(output, () => (options.mermaid ? output.mermaid : `${output.drawing.join('\n')}\n`));
  return exitCode.done;
}

/** What the locale says; one that says nothing of it is mostly that of a machine, which does. */
function speaksUtf8({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  return !/^(C|POSIX)$|\.(?!utf-?8)/i.test(locale);
}
