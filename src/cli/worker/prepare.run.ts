import type { WorkerPrepareOutput } from '../../operations/worker/outputs.js';
import { prepareWorkers } from '../../operations/worker/prepare-workers.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';
import type { prepare } from './prepare.js';

export async function run(
  context: CommandContext,
  { arguments: { login } }: InputOf<typeof prepare>,
): Promise<number> {
  const output = await prepareWorkers(await context.openDatabase(), { logins: login });
  context.print(output, (stream) => page(output, stream));
  return exitCode.done;
}

function page({ logins, next }: WorkerPrepareOutput, stream: OutputStream): string {
  const who = logins.length === 0 ? 'the login that owns the store' : logins.join(', ');
  return sentence(`The tables are there; ${who} can start workers.`, stream) + nextLine(next, stream);
}
