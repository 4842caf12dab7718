import { cacheStats } from '../../operations/cache/cache-stats.js';
import { clearCache } from '../../operations/cache/clear-cache.js';
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
  context.print(output, () => `Forgot ${answers(output.forgotten)}.\n`);
  return exitCode.done;
}
