import { forTerminal } from '../../base/text/terminal-text.js';
import type { WorkflowFaultView, WorkflowValidateOutput } from '../../operations/workflow/outputs.js';
import { validateWorkflow } from '../../operations/workflow/validate-workflow.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine } from '../render/next-line.js';
import { placeName } from '../render/place-view.js';
import { styleFor } from '../render/style.js';
import { wrapText } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';
import type { validate } from './validate.js';
import { givenWorkflow } from './workflow-argument.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof validate>,
): Promise<number> {
  const workflow = await givenWorkflow(context, given.workflow);
  const output = await validateWorkflow(await context.open(), { workflow });
  context.print(output, (stream) => page(output, stream));
  return output.valid ? exitCode.done : exitCode.failed;
}

function page({ name, faults, next }: WorkflowValidateOutput, stream: OutputStream): string {
  const { length } = faults;
  if (length === 0) {
    return `${forTerminal(name)}: nothing found.\n${next === null ? '' : nextLine(next, stream)}`;
  }
  const paragraphs = faults.map((fault) => paragraph(name, fault, stream));
  return `${paragraphs.join('\n')}\n${length} ${length === 1 ? 'fault' : 'faults'}\n`;
}

function paragraph(name: string, fault: WorkflowFaultView, stream: OutputStream): string {
  const { red, dim } = styleFor(stream);
  const { message, hint, excerpt, line, column } = fault;
  const fitted = (text: string) =>
    stream.isTerminal ? wrapText(forTerminal(text), stream.columns) : forTerminal(text);
  const headline = fitted(`${placeName({ name, line, column })} ${message}`);
  const said = hint === null ? '' : `${dim(fitted(hint))}\n`;
  return `${red(headline)}\n${forTerminal(excerpt)}\n${said}`;
}
