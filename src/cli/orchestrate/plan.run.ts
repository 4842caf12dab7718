import { namedTemplates } from '../../operations/session/named-templates.js';
import { planSession } from '../../operations/session/plan-session.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { readText } from '../input/text-source.js';
import { noteWarnings } from '../note-warnings.js';
import { chosenVariants } from './chosen-variants.js';
import { checkDestination, deliverPrompt } from './deliver-prompt.js';
import { experimentLines } from './experiment-lines.js';
import { noteSecrets } from './note-secrets.js';
import type { plan } from './plan.js';
import { noteStanding } from './standing.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof plan>,
): Promise<number> {
  await checkDestination(context, options);
  const deps = await context.open();
  const { bytes, method, name } = await readText(
    {
      what: 'the feature request',
      argumentName: 'REQUEST',
      argument: given.request,
      file: options.file,
      paste: options.paste,
      edit: options.edit,
    },
    context,
  );
  const output = await planSession(deps, {
    request: { bytes, input: { method, name } },
    featureType: options.type,
    quick: options.quick,
    templates: namedTemplates(options.template),
    variants: chosenVariants(options.variant),
  });
  noteSecrets(context, output.secrets);
  noteWarnings(context, output.notes);
  context.note(experimentLines(output.experiments, context.streams.stderr));
  const code = await deliverPrompt(context, output, output.prompt, options);
  noteStanding(context, output.session, output.next);
  return code;
}
