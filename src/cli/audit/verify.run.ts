import { verifyAudit } from '../../operations/audit/verify-audit.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderVerification } from './verification-page.js';
import type { verify } from './verify.js';

export async function run(context: CommandContext, { options }: InputOf<typeof verify>): Promise<number> {
  const output = await verifyAudit(await context.openDatabase(), { expect: options.expect });
  context.print(output, (stream) => renderVerification(output, stream));
  return output.sound ? exitCode.done : exitCode.failed;
}
