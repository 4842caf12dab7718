import { dbDowngrade, foreseeDowngrade } from '../../operations/db/db-migrate.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import type { downgrade } from './downgrade.js';
import { renderSchemaChange } from './schema-change.js';
import { schemaNumber } from './schema-number.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof downgrade>,
): Promise<number> {
  const to = targetOf(given.to);
  const deps = await context.openAsItIs();
  await foreseeDowngrade(deps, { to });
  const question = `Take the schema of ${deps.store.location} down? What the older one cannot hold stays in the backup only.`;
  if (!(await confirmed(context, question))) return exitCode.failed;
  const output = await dbDowngrade(deps, { to });
  context.print(output, (stream) => renderSchemaChange(output, stream));
  return exitCode.done;
}

function targetOf(word: string | undefined): number | undefined {
  if (word === 'base') return 0;
  return word === '-1' ? undefined : schemaNumber(word);
}
