import { resumeBatch } from '../../operations/batch/resume-batch.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { givenWorkers } from '../worker/worker-options.js';
import { followedBatch } from './followed-batch.js';
import { givenLimits } from './limit-options.js';
import type { resume } from './resume.js';

export async function run(
  context: CommandContext,
  { arguments: { batch }, options }: InputOf<typeof resume>,
): Promise<number> {
  const limits = givenLimits(options);
  const asked = givenWorkers(options);
  const deps = await context.openDatabase();
  const { exitCode } = await followedBatch(context, { deps, ...asked }, (followed) =>
    resumeBatch(followed, { batch, ...limits, ...asked }),
  );
  return exitCode;
}
