import { listAliases } from '../../operations/model/list-aliases.js';
import type { ModelAliasOutput } from '../../operations/model/outputs.js';
import { removeAlias } from '../../operations/model/remove-alias.js';
import { setAlias } from '../../operations/model/set-alias.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';
import { UsageError } from '../usage-error.js';
import type { alias } from './alias.js';
import { aliasTable } from './alias-table.js';

export async function run(
  context: CommandContext,
  { arguments: { name, target }, options }: InputOf<typeof alias>,
): Promise<number> {
  if (options.delete) return remove(context, name, target);
  if (name === undefined || target === undefined) return show(context, name);
  const output = await setAlias(await context.openDatabase(), { name, target, scope: scopeOf(context) });
  context.print(output, (stream) => changePage(output, stream));
  return exitCode.done;
}

async function remove(
  context: CommandContext,
  name: string | undefined,
  target: string | undefined,
): Promise<number> {
  if (name === undefined || target !== undefined) {
    throw new UsageError('--delete takes one alias.', { hint: 'prompt-runner model alias NAME --delete' });
  }
  const output = await removeAlias(await context.openDatabase(), { name, scope: scopeOf(context) });
  context.print(output, (stream) => changePage(output, stream));
  return exitCode.done;
}

async function show(context: CommandContext, name: string | undefined): Promise<number> {
  const { aliases } = await listAliases(await context.openDatabase(), { name });
  context.print({ aliases }, (stream) => {
    if (aliases.length > 0) return aliasTable(aliases, stream);
    return `No aliases yet.\n${nextLine('prompt-runner model alias default fake', stream)}`;
  });
  return exitCode.done;
}

/** Only a project that is named gets an alias of its own: most are meant for everywhere. */
function scopeOf({ common }: CommandContext): 'project' | 'all' {
  return common.project === undefined ? 'all' : 'project';
}

function changePage(
  { name, project, from, to, changed, next }: ModelAliasOutput,
  stream: OutputStream,
): string {
  const where = project === null ? '' : ` in project ${project}`;
  const before = from === null ? '' : `; it meant ${from}`;
  const said =
    to === null ? `The alias ${name}${where} is gone${before}.` : `${name} means ${to}${where}${before}.`;
  return sentence(changed ? said : `${name} means ${to}${where} already.`, stream) + nextLine(next, stream);
}
