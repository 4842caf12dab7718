import { listProtectedLabels } from '../../operations/prompt/list-protected-labels.js';
import type { ProtectedLabelsOutput } from '../../operations/prompt/outputs.js';
import { protectLabel } from '../../operations/prompt/protect-label.js';
import { releaseLabel } from '../../operations/prompt/release-label.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { UsageError } from '../usage-error.js';
import type { protect } from './protect.js';

type Input = InputOf<typeof protect>;

export async function run(context: CommandContext, input: Input): Promise<number> {
  const output = await done(context, input);
  context.print(output, (stream) =>
    sentence(`Only admins move these labels: ${output.labels.join(', ')}.`, stream),
  );
  return exitCode.done;
}

async function done(
  context: CommandContext,
  { arguments: given, options }: Input,
): Promise<ProtectedLabelsOutput> {
  const { label } = given;
  if (label === undefined && options.remove) {
    throw new UsageError('Which label is meant was not said.', {
      next: 'prompt-runner prompt protect --help',
    });
  }
  const deps = await context.open();
  if (label === undefined) return listProtectedLabels(deps, {});
  return options.remove ? releaseLabel(deps, { label }) : protectLabel(deps, { label });
}
