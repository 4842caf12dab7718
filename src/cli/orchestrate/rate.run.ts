import { ratePhase } from '../../operations/session/rate-phase.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { rate } from './rate.js';
import { headline } from './standing.js';

export async function run(
  context: CommandContext,
  { arguments: { rating }, options: { session, phase, note } }: InputOf<typeof rate>,
): Promise<number> {
  const output = await ratePhase(await context.open(), { session, rating: Number(rating), phase, note });
  context.print(
    output,
    (stream) => `${headline(output.session, stream)}\n${output.phase} rated ${output.rating} of 5\n`,
  );
  return exitCode.done;
}
