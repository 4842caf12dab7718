import type { SecretView } from '../../operations/session/outputs.js';
import type { CommandContext } from '../command-context.js';
import { styleFor } from '../render/style.js';

/** Warns of credentials in what was given; it says what they look like, never what they are. */
export function noteSecrets(context: CommandContext, secrets: readonly SecretView[]): void {
  const { yellow } = styleFor(context.streams.stderr);
  for (const kind of new Set(secrets.map((secret) => secret.kind))) {
    context.note(
      `${yellow('Warning:')} this seems to hold a credential (${kind}); it is redacted in all that is shown.\n`,
    );
  }
}
