import { dbDowngrade } from '../../operations/db/db-migrate.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { downgrade } from './downgrade.js';
import { renderSchemaChange } from './schema-change.js';
import { schemaNumber } from './schema-number.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof downgrade>,
): Promise<number> {
  const to = targetOf(given.to);
  const output = await dbDowngrade(await context.openAsItIs(), { to, force: options.force });
  context.print(output, (stream) => renderSchemaChange(output, stream));
  return exitCode.done;
}

function targetOf(word: string | undefined): number | undefined {
  if (word === 'base') return 0;
  return word === '-1' ? undefined : schemaNumber(word);
}
