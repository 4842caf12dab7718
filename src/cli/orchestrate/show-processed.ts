import type { ProcessOutput } from '../../operations/session/outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { deliverPrompt, type PromptDestination } from './deliver-prompt.js';
import { renderFindings } from './findings.js';
import { noteSecrets } from './note-secrets.js';
import { noteStanding, renderStanding } from './standing.js';
import { renderSuggestion } from './suggestion.js';

/** What came of a planning answer; when something is missing, also the prompt that asks for it. */
export async function showProcessed(
  context: CommandContext,
  output: ProcessOutput,
  destination: PromptDestination,
): Promise<number> {
  noteSecrets(context, output.secrets);
  if (output.followUp === null) {
    context.print(output, (stream) =>
      [
        renderFindings(output, stream),
        renderSuggestion(output.suggestion, stream),
        renderStanding(output.session, output.next, stream),
      ]
        .filter((block) => block !== '')
        .join('\n'),
    );
    return exitCode.done;
  }
  context.note(`${renderFindings(output, context.streams.stderr)}\n`);
  await deliverPrompt(context, output, output.followUp, destination);
  noteStanding(context, output.session, output.next);
  return exitCode.partly;
}
