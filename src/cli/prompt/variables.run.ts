import { promptVariables } from '../../operations/prompt/prompt-variables.js';
import type { PromptVariablesOutput } from '../../operations/prompt/read-outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { sentence } from '../render/next-line.js';
import { variableTable } from './variable-table.js';
import type { variables } from './variables.js';

const PLACES_SHOWN = 8;

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof variables>,
): Promise<number> {
  const output = await promptVariables(await context.open(), { prompt: given.prompt });
  context.print(output, (stream) => {
    if (output.variables.length === 0) {
      return sentence(`Prompt "${output.prompt.name}" has no variables.`, stream);
    }
    const used = output.variables.filter(({ uses }) => uses.length > 0);
    const places = renderKeyValues(used.map(placesOf), stream);
    return `${variableTable(output.variables, stream)}${places === '' ? '' : `\nUsed in\n${places}`}`;
  });
  return exitCode.done;
}

function placesOf({ name, uses }: PromptVariablesOutput['variables'][number]): KeyValue {
  const places = [...new Set(uses.map(({ template, line, column }) => `${template}:${line}:${column}`))];
  const more = places.length > PLACES_SHOWN ? ` and ${places.length - PLACES_SHOWN} more` : '';
  return { label: `  ${name}`, value: places.slice(0, PLACES_SHOWN).join(', ') + more };
}
