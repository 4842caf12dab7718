import { formatBytes } from '../../base/text/format-bytes.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { cacheStats } from '../../operations/cache/cache-stats.js';
import type { CacheStatsOutput, RedisState } from '../../operations/cache/outputs.js';
import { redisSilence } from '../../operations/cache/redis-silence.js';
import { dollars, nanoDollars } from '../../operations/execution/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderKeyValues } from '../render/key-values.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';

export async function run(context: CommandContext): Promise<number> {
  const output = await cacheStats(await context.openDatabase(), {});
  context.print(output, (stream) => page(output, context.now, stream));
  return exitCode.done;
}

function page(output: CacheStatsOutput, now: Date, stream: OutputStream): string {
  const { entries, bytes, hits, oldest, maxAgeDays, redis } = output;
  const age = maxAgeDays === null ? 'none is given again' : `given again for ${maxAgeDays} days`;
  return renderKeyValues(
    [
      { label: 'answers', value: `${groupThousands(entries)}, ${age}` },
      { label: 'size', value: formatBytes(bytes) },
      { label: 'hits', value: groupThousands(hits) },
      { label: 'saved', value: savedText(output) },
      ...(oldest === null ? [] : [{ label: 'oldest', value: relativeTime(oldest, now) }]),
      ...(redis === null ? [] : [{ label: 'copies', value: copiesText(redis) }]),
    ],
    stream,
  );
}

/** What nobody knows the price of is counted apart. */
function savedText({ saved, hitsOfUnknownCost }: CacheStatsOutput): string {
  const amount = dollars(nanoDollars(saved));
  if (hitsOfUnknownCost === 0) return amount;
  return `${amount}, and ${groupThousands(hitsOfUnknownCost)} ${hitsOfUnknownCost === 1 ? 'hit' : 'hits'} of unknown cost`;
}

function copiesText(redis: RedisState): string {
  if (!redis.reachable) return `${redis.address} ${redisSilence(redis.why)}; answers come from the store`;
  const { copies, exact, address, milliseconds } = redis;
  return `${exact ? '' : 'more than '}${groupThousands(copies)} in ${address}, which answers in ${milliseconds} ms`;
}
