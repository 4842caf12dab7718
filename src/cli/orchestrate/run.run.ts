import type { Deps } from '../../operations/deps.js';
import { namedTemplates } from '../../operations/session/named-templates.js';
import type { FollowedDeps } from '../../operations/session/run/run-follower.js';
import type { RunOutput } from '../../operations/session/run/run-outputs.js';
import { runSession } from '../../operations/session/run/run-session.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { readText } from '../input/text-source.js';
import { noteWarnings } from '../note-warnings.js';
import { parseAmount } from '../parse-amount.js';
import { UsageError } from '../usage-error.js';
import { chosenVariants } from './chosen-variants.js';
import { decideAtGate } from './decide-at-gate.js';
import { namedSession } from './named-session.js';
import type { run as spec } from './run.js';
import { renderRun } from './run-page.js';
import { RunProgress } from './run-progress.js';
import { splitVerify } from './split-verify.js';

type Options = InputOf<typeof spec>['options'];

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof spec>,
): Promise<number> {
  const input = { ...settingsOf(options), ...(await requestOf(context, given.request, options)) };
  const deps = await context.open();
  const begun = await toNextGate(context, deps, input);
  noteWarnings(context, begun.notes);
  const output = await throughGates(context, deps, begun);
  context.print(output, (stream) => renderRun(output, context.now, stream));
  return exitCodeOf(output);
}

/** Up to a gate, to an end, or to what fails; it ends in good order when somebody wants it to. */
function toNextGate(
  context: CommandContext,
  deps: Deps,
  input: Parameters<typeof runSession>[1],
): Promise<RunOutput> {
  return context.interruptible(async (signal) => {
    const progress = new RunProgress(context);
    const followed: FollowedDeps = { ...deps, follow: progress.follower(signal) };
    try {
      return await runSession(followed, { ...input, dirty: context.common.yes });
    } finally {
      progress.end();
    }
  });
}

/** At a terminal, each gate is asked about at once, and the run goes on. */
async function throughGates(context: CommandContext, deps: Deps, begun: RunOutput): Promise<RunOutput> {
  let output = begun;
  while (output.gate !== null && isAttended(context)) {
    const decided = await decideAtGate(context, deps, output.session.id, output.gate);
    if (!decided) return output;
    output = await toNextGate(context, deps, { session: output.session.id, resume: true });
  }
  return output;
}

function isAttended({ streams, common }: CommandContext): boolean {
  return streams.stdin.isTerminal && streams.stderr.isTerminal && !common.json;
}

function settingsOf(options: Options) {
  return {
    templates: namedTemplates(options.template),
    variants: chosenVariants(options.variant),
    featureType: options.type,
    quick: options.quick,
    session: options.session,
    model: options.model,
    models: {
      planning: options['plan-with'],
      analysis: options['analyze-with'],
      implementation: options['implement-with'],
    },
    until: options.until,
    approve: options.approve,
    maxCost: parseAmount('--max-cost', options['max-cost']),
    verify: splitVerify(options.verify),
    ...(options.parts && { parts: true }),
    ...(options.worktree && { worktree: true }),
  };
}

/** Without any text it is a session that is there already that goes on. */
async function requestOf(context: CommandContext, argument: string | undefined, options: Options) {
  const { file, edit, resume } = options;
  if (resume) return { resume, session: namedSession(argument, options.session) };
  if (argument === undefined && file === undefined && !edit) return {};
  if (options.session !== undefined) {
    throw new UsageError('A request begins a session of its own, and --session names another one.', {
      hint: 'Keep one of them; "orchestrate revise" changes the request of a session.',
    });
  }
  const { bytes, method, name } = await readText(
    { what: 'the feature request', argumentName: 'REQUEST', argument, file, edit },
    context,
  );
  return { request: { bytes, input: { method, name } } };
}

/** What is done in part says so; what failed is told apart by why. */
function exitCodeOf({ run: { status, problem } }: RunOutput): number {
  if (status === 'completed') return exitCode.done;
  // It went as far as it was meant to.
  if (status === 'stopped' && problem === null) return exitCode.done;
  if (problem === null || problem.code === 'PLAN_INCOMPLETE') return exitCode.partly;
  if (problem.code === 'INTERRUPTED') return exitCode.interrupted;
  return status === 'stopped' ? exitCode.notAllowed : exitCode.failed;
}
