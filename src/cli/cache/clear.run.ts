import { cacheStats } from '../../operations/cache/cache-stats.js';
import { clearCache } from '../../operations/cache/clear-cache.js';
import type { CacheClearOutput } from '../../operations/cache/outputs.js';
import { redisSilence } from '../../operations/cache/redis-silence.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import { answers } from './answers.js';

export async function run(context: CommandContext): Promise<number> {
  const deps = await context.openDatabase();
  const { entries } = await cacheStats(deps, {});
  const question = `Forget ${answers(entries)}? Asking the same again will cost again.`;
  if (entries > 0 && !(await confirmed(context, question))) return exitCode.done;
  const output = await clearCache(deps, {});
  context.print(output, () => `Forgot ${answers(output.forgotten)}.\n${copiesLine(output)}`);
  return exitCode.done;
}

function copiesLine({ redis }: CacheClearOutput): string {
  if (redis === null || (redis.reached && redis.whole)) return '';
  const left = 'what is left there is never given, and goes by itself.';
  return redis.reached
    ? `The Redis has more copies than could be taken away in time: ${left}\n`
    : `The Redis ${redisSilence(redis.why)}: ${left}\n`;
}
