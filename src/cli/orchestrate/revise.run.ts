import { reviseRequest } from '../../operations/session/revise-request.js';
import { showSession } from '../../operations/session/show-session.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { readText } from '../input/text-source.js';
import { renderDifference } from '../render/difference.js';
import { checkDestination, deliverPrompt } from './deliver-prompt.js';
import { namedSession } from './named-session.js';
import { noteSecrets } from './note-secrets.js';
import type { revise } from './revise.js';
import { headline, noteStanding } from './standing.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof revise>,
): Promise<number> {
  await checkDestination(context, options);
  const deps = await context.open();
  const present = await showSession(deps, { session: namedSession(given.session, options.session) });
  const { stderr } = context.streams;
  context.note(`${headline(present.session, stderr)}\n`);
  const { bytes, method, name } = await readText(
    {
      what: 'the new feature request',
      argumentName: '--request',
      argument: options.request,
      file: options.file,
      paste: options.paste,
      edit: options.edit || editsByDefault(context, options),
      draft: present.featureRequest,
    },
    context,
  );
  const request = { bytes, input: { method, name } };
  const output = await reviseRequest(deps, { session: present.session.id, request });
  context.note(`${renderDifference(output.difference, stderr)}\n`);
  noteSecrets(context, output.secrets);
  const code = await deliverPrompt(context, output, output.prompt, options);
  noteStanding(context, output.session, output.next);
  return code;
}

function editsByDefault(
  { streams: { stdin, stderr } }: CommandContext,
  { request, file, paste }: InputOf<typeof revise>['options'],
): boolean {
  const named = request !== undefined || file !== undefined || paste;
  return !named && stdin.isTerminal && stderr.isTerminal;
}
