import type { TemplateVariablesOutput, TemplateVariableView } from '../../operations/template/outputs.js';
import { templateVariables } from '../../operations/template/template-variables.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { placeName } from '../render/place-view.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { readTemplate } from './read-template.js';
import type { variables } from './variables.js';

export async function run(context: CommandContext, given: InputOf<typeof variables>): Promise<number> {
  const { deps, input } = await readTemplate(context, given);
  const output = await templateVariables(deps, input);
  context.print(output, (stream) => variableTable(output, stream));
  noteWarnings(
    context,
    output.missing.map((name) => `There is no template "${name}"; what it uses is not listed.`),
  );
  return output.missing.length > 0 ? exitCode.partly : exitCode.done;
}

function variableTable(
  { template, variables: found }: TemplateVariablesOutput,
  stream: OutputStream,
): string {
  if (found.length === 0) return `${template} needs no variables.\n`;
  const { dim } = styleFor(stream);
  return renderTable(
    found,
    [
      { header: 'Variable', cell: ({ name }) => name },
      { header: 'Needed', cell: ({ hasDefault }) => (hasDefault ? 'optional' : 'yes') },
      { header: 'As', cell: pathsOf, flexible: true, minWidth: 12 },
      { header: 'Used at', cell: placesOf, flexible: true, minWidth: 20, paint: dim },
    ],
    stream,
  );
}

/** What is used of it, each once. */
function pathsOf({ uses }: TemplateVariableView): string {
  return [...new Set(uses.map(({ path }) => path))].join(', ');
}

function placesOf({ uses }: TemplateVariableView): string {
  return uses.map(({ template: name, line, column }) => placeName({ name, line, column })).join(', ');
}
