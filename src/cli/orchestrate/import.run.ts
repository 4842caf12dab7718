import { importWorkspace } from '../../operations/transfer/import-workspace.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { importCommand } from './import.js';
import { neededWorkspace } from './needed-workspace.js';
import { codeOfTransfer, renderTransfer } from './transfer-view.js';

export async function run(context: CommandContext, _: InputOf<typeof importCommand>): Promise<number> {
  const workspace = neededWorkspace(
    context,
    'Name its folder with --workspace, or in PROMPT_RUNNER_WORKSPACE.',
  );
  const output = await importWorkspace(await context.openDatabase(), { workspace });
  context.print(output, (stream) => renderTransfer(output, stream));
  return codeOfTransfer(output);
}
