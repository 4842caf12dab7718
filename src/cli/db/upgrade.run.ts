import { dbUpgrade } from '../../operations/db/db-migrate.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderSchemaChange } from './schema-change.js';
import { schemaNumber } from './schema-number.js';
import type { upgrade } from './upgrade.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof upgrade>,
): Promise<number> {
  const to = given.to === 'head' ? undefined : schemaNumber(given.to);
  const output = await dbUpgrade(await context.openAsItIs(), { to });
  context.print(output, (stream) => renderSchemaChange(output, stream));
  return exitCode.done;
}
