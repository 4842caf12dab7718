import { formatBytes } from '../../base/text/format-bytes.js';
import type { SaveAnalysisOutput } from '../../operations/session/outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteSecrets } from './note-secrets.js';
import { renderStanding } from './standing.js';

export function showSavedAnalysis(context: CommandContext, output: SaveAnalysisOutput): number {
  noteSecrets(context, output.secrets);
  context.print(
    output,
    (stream) =>
      `The analysis is kept (${formatBytes(output.size)}).\n\n${renderStanding(output.session, output.next, stream)}`,
  );
  return exitCode.done;
}
