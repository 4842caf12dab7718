import { forTerminal } from '../../base/text/terminal-text.js';
import { checkTemplate } from '../../operations/template/check-template.js';
import type { TemplateCheckOutput, TemplateFinding } from '../../operations/template/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { placeName } from '../render/place-view.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import type { check } from './check.js';
import { readTemplate } from './read-template.js';

export async function run(context: CommandContext, given: InputOf<typeof check>): Promise<number> {
  const { deps, input } = await readTemplate(context, given);
  const output = await checkTemplate(deps, input);
  context.print(output, (stream) => findingsPage(output, stream));
  return output.errors > 0 ? exitCode.failed : exitCode.done;
}

function findingsPage(
  { template, errors, warnings, findings }: TemplateCheckOutput,
  stream: OutputStream,
): string {
  if (findings.length === 0) return `${forTerminal(template)}: nothing found.\n`;
  const paragraphs = findings.map((finding) => findingParagraph(finding, stream));
  return `${paragraphs.join('\n')}\n${counted(errors, 'error')}, ${counted(warnings, 'warning')}\n`;
}

function findingParagraph(finding: TemplateFinding, stream: OutputStream): string {
  const { dim, red, yellow } = styleFor(stream);
  const { template: name, line, column, severity, message, rule, excerpt } = finding;
  const paint = severity === 'error' ? red : yellow;
  const headline = `${placeName({ name, line, column })} ${paint(severity)}: ${forTerminal(message)} ${dim(rule)}`;
  return `${headline}\n${forTerminal(excerpt)}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
