import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { ExecutionRecordView, UsageView } from '../../operations/execution/view-shapes.js';

/** What went in and came out, in words; null when nobody knows. */
export function tokensText({ input, cachedInput, cacheWrite, output, reasoning }: UsageView): string | null {
  const within = (entries: readonly (readonly [number | null, string])[]) => {
    const said = entries.flatMap(([count, word]) => (count ? [`${groupThousands(count)} ${word}`] : []));
    return said.length === 0 ? '' : ` (${said.join(', ')})`;
  };
  const into =
    input === null
      ? []
      : [
          `${groupThousands(input)} in${within([
            [cachedInput, 'cached'],
            [cacheWrite, 'put into the cache'],
          ])}`,
        ];
  const out =
    output === null ? [] : [`${groupThousands(output)} out${within([[reasoning, 'of them reasoning']])}`];
  return into.length + out.length === 0 ? null : [...into, ...out].join(', ');
}

/** How the model was asked to answer; null when nothing was said of it. */
export function parametersText(parameters: ExecutionRecordView['parameters']): string | null {
  const { stopSequences, providerOptions, ...numbers } = parameters;
  const said = [
    ...Object.entries(numbers).flatMap(([name, value]) =>
      value === null ? [] : [`${inWords(name)} ${value}`],
    ),
    ...(stopSequences.length === 0 ? [] : [`stop ${JSON.stringify(stopSequences)}`]),
    ...Object.entries(providerOptions ?? {}).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
  ];
  return said.length === 0 ? null : said.join(', ');
}

/** @example inWords('maxOutputTokens') === 'max output tokens' */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What a million tokens cost; null when no price list knew it. */
export function priceText(price: ExecutionRecordView['price']): string | null {
  if (price === null) return null;
  const { input, cachedInput, output, source } = price;
  const cached = cachedInput === null ? '' : ` ($${cachedInput} cached)`;
  return `$${input} in${cached}, $${output} out a million tokens, by ${source}`;
}

/** How long it took, and how long until the first bit of the answer came; null while it runs. */
export function timeText({
  latencyMs,
  firstTokenMs,
}: Pick<ExecutionRecordView, 'latencyMs' | 'firstTokenMs'>): string | null {
  if (latencyMs === null) return null;
  const first = firstTokenMs === null ? '' : `, the first bit after ${formatDuration(firstTokenMs)}`;
  return formatDuration(latencyMs) + first;
}
