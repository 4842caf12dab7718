import { PromptRunnerError } from '../../base/errors.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { ShowOutput } from '../../operations/session/outputs.js';
import { showAttempt } from '../../operations/session/show-attempt.js';
import { showSession } from '../../operations/session/show-session.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { parseTime } from '../parse-time.js';
import type { OutputStream } from '../streams.js';
import { UsageError } from '../usage-error.js';
import { namedSession } from './named-session.js';
import { renderSession } from './session-page.js';
import type { show } from './show.js';
import { renderWork } from './work-line.js';

type Part = NonNullable<InputOf<typeof show>['options']['part']>;

/** The session does not have the text that was asked for yet. */
class PartMissingError extends PromptRunnerError {
  readonly code = 'PART_MISSING';
  readonly kind = 'not-found';
}

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof show>,
): Promise<number> {
  const deps = await context.open();
  if (options.attempt !== undefined) {
    const session = namedSession(given.session, options.session);
    const kept = await showAttempt(deps, { session, attempt: options.attempt });
    context.print(kept, (stream) => onePart(kept.text, stream));
    return exitCode.done;
  }
  const output = await showSession(deps, {
    session: namedSession(given.session, options.session),
    at: momentOf(options.at, context.now),
  });
  const { part } = options;
  if (part === undefined || context.common.json) {
    context.print(output, (stream) =>
      [
        renderWork(output.work, deps.config.values.actor, context.now, stream),
        renderSession(output, options.full, context.now, stream),
      ]
        .filter((block) => block !== '')
        .join('\n'),
    );
    return exitCode.done;
  }
  const text = parts[part](output);
  if (text === null) {
    throw new PartMissingError(`Session ${output.session.id} has no ${part} yet.`, {
      hint: 'Go on with the session first.',
      next: output.next,
    });
  }
  context.print(output, (stream) => onePart(text, stream));
  return exitCode.done;
}

/** @throws UsageError when the word is neither a number nor a time */
function momentOf(word: string | undefined, now: Date): number | Date | undefined {
  if (word === undefined) return undefined;
  const moment = /^\d{1,9}$/.test(word) ? Number(word) : parseTime(word, now);
  if (moment !== undefined) return moment;
  throw new UsageError(`--at takes the number of an event or a time, not "${word}".`, {
    hint: 'A time is a date such as 2026-11-20, with 2026-11-20T14:30 a time of day, or a time back such as 2h.',
    next: 'prompt-runner orchestrate history',
  });
}

const parts: Readonly<Record<Part, (output: ShowOutput) => string | null>> = {
  request: ({ featureRequest }) => featureRequest,
  'analysis-template': ({ planning }) => planning?.sections.analysis?.text ?? null,
  'implementation-template': ({ planning }) => planning?.sections.implementation?.text ?? null,
  notes: ({ planning }) => planning?.sections.notes?.text ?? null,
  analysis: ({ analysisResults }) => analysisResults,
  report: ({ implementationResults }) => implementationResults,
  summary: ({ summary }) => summary?.text ?? null,
};

function onePart(text: string, stream: OutputStream): string {
  const shown = stream.isTerminal ? forTerminal(text) : text;
  return shown.endsWith('\n') ? shown : `${shown}\n`;
}
