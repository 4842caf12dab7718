import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { PromptRunOutput } from '../../operations/execution/run-outputs.js';
import type { ExecutionView } from '../../operations/execution/view-shapes.js';
import { dollars, nanoDollars } from '../../operations/execution/vocabulary.js';
import { relativeTime } from '../render/time.js';

/**
 * What an answer took, in a line. What the provider did not say is not there; a price that nobody knows is said
 * to be unknown.
 *
 * @example openai:gpt-5 · 1,204 in (1,000 cached), 312 out · $0.0042 · 3.1 s · first token 400 ms · x7k2m9p4q8r3
 */
export function answerLine({ execution, cached }: PromptRunOutput, now: Date): string {
  const { id, model, latencyMs, firstTokenMs, cost } = execution;
  const asked = [
    tokensText(execution.usage),
    costText(cost),
    latencyMs === null ? '' : formatDuration(latencyMs),
    firstTokenMs === null ? '' : `first token ${formatDuration(firstTokenMs)}`,
  ];
  const kept = cached && [`from the cache: execution ${cached.execution}, ${relativeTime(cached.at, now)}`];
  return [model ?? '', ...(kept ?? asked), id]
    .filter((part) => part !== '')
    .map(forTerminalLine)
    .join(' · ');
}

/** Tokens in and out, with the cached ones among the first; empty when the provider said nothing. */
export function tokensText({ input, cachedInput, output }: ExecutionView['usage']): string {
  const cached = cachedInput ? ` (${groupThousands(cachedInput)} cached)` : '';
  const sides = [
    input === null ? '' : `${groupThousands(input)} in${cached}`,
    output === null ? '' : `${groupThousands(output)} out`,
  ];
  return sides.filter((side) => side !== '').join(', ');
}

/** @param cost in US dollars; null is unknown */
export function costText(cost: number | null): string {
  return cost === null ? 'cost unknown' : dollars(nanoDollars(cost));
}
