import { splitCommand } from '../../base/text/split-command.js';
import { experimentCheckKinds } from '../../operations/experiment/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../usage-error.js';
import { givenCheck, partsOf } from './given-check.js';

/** What is said of all judges. */
export interface JudgeTerms {
  readonly judge: string | undefined;
  readonly agree: string | undefined;
}

/**
 * Reads what stands after `--check`: a check of the text of an answer, `cost<=N` and `latency<=N`, `command:…`, or
 * `judge:CRITERION`.
 *
 * @throws UsageError, and what reading the file does that it names
 */
export async function givenExperimentCheck(
  context: CommandContext,
  typed: string,
  { judge, agree }: JudgeTerms,
) {
  const bound = boundIn(typed);
  if (bound !== null) return bound;
  const { name, kind, text } = partsOf(typed);
  if (kind === 'command') return { kind, name, command: commandIn(text) } as const;
  if (kind === 'judge') return { kind, name, criterion: text ?? '', model: judge, agree } as const;
  if (kind === 'cost' || kind === 'latency')
    throw new UsageError(`A check of ${kind} takes a bound.`, {
      hint: `For instance --check "${kind}<=${kind === 'cost' ? '0.01' : '2000'}".`,
    });
  if (!isKind(kind))
    throw new UsageError(`There is no check "${kind}".`, {
      hint: `There are ${experimentCheckKinds.join(', ')}.`,
    });
  return givenCheck(context, typed);
}

function isKind(word: string): boolean {
  return experimentCheckKinds.some((kind) => kind === word);
}

const BOUND = /^(?:([^=:<]+)=)?(cost|latency)<=(.*)$/s;

function boundIn(typed: string) {
  const [whole, name, word, amount = ''] = BOUND.exec(typed) ?? [];
  if (whole === undefined) return null;
  const most = Number(amount);
  const kind = word === 'cost' ? 'cost' : 'latency';
  if (amount.trim() !== '' && Number.isFinite(most) && most >= 0) return { kind, name, most } as const;
  throw new UsageError(`"${amount}" is no bound.`, {
    hint: kind === 'cost' ? 'US dollars: cost<=0.01.' : 'Milliseconds: latency<=2000.',
  });
}

/** @throws UsageError when there is no program in it, or a quote is never closed */
function commandIn(text = ''): string[] {
  const words = splitCommand(text);
  if (words.length > 0) return words;
  throw new UsageError('A check by a command takes the command.', {
    hint: 'For instance --check "command:jq -e .ok". The answer is on its stdin.',
  });
}
