import type { Deps } from '../../operations/deps.js';
import type { IssueOutput } from '../../operations/session/outputs.js';
import type { CommandContext } from '../command-context.js';
import { checkDestination, deliverPrompt, type PromptDestination } from './deliver-prompt.js';
import { namedSession } from './named-session.js';
import { noteStanding } from './standing.js';

type IssueOperation = (deps: Deps, input: { session?: string | undefined }) => Promise<IssueOutput>;

/** Runs an operation that gives a prompt, and gives the prompt out. */
export async function giveStepPrompt(
  context: CommandContext,
  issue: IssueOperation,
  session: string | undefined,
  options: PromptDestination & { readonly session: string | undefined },
): Promise<number> {
  await checkDestination(context, options);
  const deps = await context.open();
  const output = await issue(deps, { session: namedSession(session, options.session) });
  const code = await deliverPrompt(context, output, output.prompt, options);
  if (!output.moved) context.note('This prompt was given before; the session stays where it is.\n');
  noteStanding(context, output.session, output.next);
  return code;
}
