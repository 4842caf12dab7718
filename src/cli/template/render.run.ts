import { forTerminal } from '../../base/text/terminal-text.js';
import { renderTemplate } from '../../operations/template/render-template.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { readNamed, STDIN } from '../input/read-named.js';
import { noteWarnings } from '../note-warnings.js';
import { UsageError } from '../usage-error.js';
import { readTemplate } from './read-template.js';
import type { render } from './render.js';

export async function run(context: CommandContext, given: InputOf<typeof render>): Promise<number> {
  const { var: assignments, vars } = given.options;
  if (vars === STDIN && given.arguments.file === STDIN) {
    throw new UsageError('The template and --vars cannot both come from stdin.', {
      hint: 'Put one of them into a file.',
    });
  }
  const { deps, input } = await readTemplate(context, given);
  const variablesFile = vars === undefined ? undefined : await readNamed(context, 'the variables', vars);
  const output = await renderTemplate(deps, { ...input, assignments, variablesFile });
  noteWarnings(
    context,
    output.notGiven.map((name) => `${name} was not given, and the template has no default for it.`),
  );
  context.print(output, ({ isTerminal }) =>
    isTerminal ? terminated(forTerminal(output.text)) : output.text,
  );
  return exitCode.done;
}

/** A shell's prompt shall not stand behind the last line. */
function terminated(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
