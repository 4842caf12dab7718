import { formatBytes } from '../../base/text/format-bytes.js';
import { pruneCache } from '../../operations/cache/prune-cache.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { parseSize } from '../parse-size.js';
import { answers } from './answers.js';
import type { prune } from './prune.js';

export async function run(context: CommandContext, { options }: InputOf<typeof prune>): Promise<number> {
  const maxBytes = parseSize('--max-size', options['max-size']);
  const output = await pruneCache(await context.openDatabase(), {
    olderThan: options['older-than'],
    maxBytes,
  });
  const { forgotten, entries, bytes } = output;
  context.print(
    output,
    () => `Forgot ${answers(forgotten)}; ${answers(entries)} left, ${formatBytes(bytes)}.\n`,
  );
  return exitCode.done;
}
