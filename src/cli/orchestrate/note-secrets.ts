import type { SecretView } from '../../operations/session/view-shapes.js';
import type { CommandContext } from '../command-context.js';
import { noteWarnings } from '../note-warnings.js';

/** Warns of credentials in what was given; it says what they look like, never what they are. */
export function noteSecrets(context: CommandContext, secrets: readonly SecretView[]): void {
  const kinds = [...new Set(secrets.map(({ kind }) => kind))];
  noteWarnings(
    context,
    kinds.map((kind) => `this seems to hold a credential (${kind}); it is redacted in all that is shown.`),
  );
}
